import { array, assert, constantFrom, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { compareKeys, isObjectKey, parseObjectKey, parseObjectPrefix } from "./object-key.ts";

describe("object keys", () => {
  it("a well-formed key is returned as it is", () => {
    expect(parseObjectKey("tiles/ab/cd ef/100%.png")).toBe("tiles/ab/cd ef/100%.png");
  });

  it("the error names the key and the fault", () => {
    expect(() => parseObjectKey("a/../b")).toThrow('Object key "a/../b" has a ".." segment.');
  });

  it("no accepted key leaves the folder it is joined to", () => {
    assert(
      property(array(constantFrom("a", ".", "..", "", "/", "\\", "\0", "%2e")), (pieces) => {
        const key = pieces.join("");
        if (!isObjectKey(key)) return;
        const path = new URL(`file:///root/${encodeURI(key)}`).pathname;
        expect(path.startsWith("/root/")).toBe(true);
        expect(key).not.toMatch(/(^|\/)\.{0,2}(\/|$)/);
      }),
    );
  });

  it("every start of an accepted key that does not end in dots is an accepted prefix", () => {
    expect(parseObjectPrefix("")).toBe("");
    for (let end = 0; end <= "tiles/ab/c".length; end += 1) {
      expect(parseObjectPrefix("tiles/ab/c".slice(0, end))).toBe("tiles/ab/c".slice(0, end));
    }
  });

  it.each(["../", "a/../", "a//", "/", ".unfinished/", "a/..", "a\0"])(
    "the prefix %j is refused",
    (prefix) => {
      expect(() => parseObjectPrefix(prefix)).toThrow(RangeError);
    },
  );

  it("order is that of UTF-8, where JavaScript's own differs", () => {
    expect(["😀", "\uffee"].sort(compareKeys)).toEqual(["\uffee", "😀"]);
    expect(["😀", "\uffee"].sort()).toEqual(["😀", "\uffee"]);
  });
});
