import { expect, test } from "vitest";
import { decodeSignedId, encodeSignedId, type SignedFor } from "./signed-id.ts";

const secret = "s".repeat(40);
const id = { id: "01a20fca-ff24-748c-afcb-cc4d29ef7694", expiresAtSeconds: 1_800_000_000 };
const use: SignedFor = { purpose: "upload", detail: "scene.tif" };

test("what was signed comes back, for the same use and secret", () => {
  expect(decodeSignedId(encodeSignedId(id, use, secret), use, secret)).toEqual(id);
});

test("nothing comes back for another purpose, detail or secret, or a changed text", () => {
  const text = encodeSignedId(id, use, secret);
  expect(decodeSignedId(text, { ...use, purpose: "owned-asset" }, secret)).toBeUndefined();
  expect(decodeSignedId(text, { ...use, detail: "other.tif" }, secret)).toBeUndefined();
  expect(decodeSignedId(text, use, "t".repeat(40))).toBeUndefined();
  for (let index = 0; index < text.length; index += 1) {
    const changed = text.slice(0, index) + (text[index] === "A" ? "B" : "A") + text.slice(index + 1);
    expect(decodeSignedId(changed, use, secret)).toBeUndefined();
  }
  for (const nonsense of ["", "x", `${text}A`, text.slice(1)]) {
    expect(decodeSignedId(nonsense, use, secret)).toBeUndefined();
  }
});
