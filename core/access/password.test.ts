import { describe, expect, test } from "vitest";
import { newPasswordFault, passwordFault, passwordForms } from "./password.ts";

const NFD = "e\u0301";

describe("a new password", () => {
  test.each(["correct horse", "a".repeat(72), "é".repeat(36), NFD.repeat(36), "🙂".repeat(8)])(
    "%s is taken",
    (password) => {
      expect(newPasswordFault(password)).toBeUndefined();
    },
  );

  test.each([
    ["1234567", "at least 8 characters"],
    ["🙂🙂🙂🙂", "at least 8 characters"],
    [NFD.repeat(7), "at least 8 characters"],
    ["a".repeat(73), "at most 72 bytes"],
    ["é".repeat(37), "at most 72 bytes"],
    [NFD.repeat(37), "at most 72 bytes"],
    ["a".repeat(1_000_000), "at most 72 bytes"],
    ["abcd\0efgh", "NUL"],
    ["abcdefg\ud800", "well-formed"],
    ["        ", "blank"],
    ["\u3000\u200b\t\u00a0\u2003\ufeff\u200b ", "blank"],
    ["password", "common"],
    ["Password", "common"],
    ["12345678 ", "common"],
  ])("%j: %s", (password, fault) => {
    expect(newPasswordFault(password)).toContain(fault);
  });

  test("may have to be longer, as an organization says", () => {
    expect(newPasswordFault("correct horse", 14)).toBe("must have at least 14 characters");
    expect(newPasswordFault("correct horse", 13)).toBeUndefined();
  });
});

test("a typed password is refused only when it can never have been set", () => {
  expect(passwordFault("")).toBeUndefined();
  expect(passwordFault("password")).toBeUndefined();
  expect(passwordFault("a".repeat(73))).toContain("at most 72 bytes");
  expect(passwordFault("\udc00")).toContain("well-formed");
});

test("a typed password is compared composed, and as typed where that differs", () => {
  expect(passwordForms("naïve é")).toEqual(["naïve é"]);
  expect(passwordForms(`caf${NFD}`)).toEqual(["café", `caf${NFD}`]);
});
