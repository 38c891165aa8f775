import { expect, test } from "vitest";
import { escapeXml } from "./xml.ts";

test("text is safe in elements and attributes, and keeps what XML can hold", () => {
  expect(escapeXml('a < b & "c" > d\t\n')).toBe("a &lt; b &amp; &quot;c&quot; &gt; d\t\n");
  expect(escapeXml("&lt;")).toBe("&amp;lt;");
  expect(escapeXml("tile\u0000\u0008\u000b\u001fset")).toBe("tileset");
});
