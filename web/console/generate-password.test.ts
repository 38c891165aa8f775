import { expect, test } from "vitest";
import { generatePassword } from "./generate-password.ts";

test("passwords are long enough, readable, and no two alike", () => {
  const passwords = Array.from({ length: 500 }, generatePassword);
  expect(new Set(passwords).size).toBe(500);
  for (const password of passwords) expect(password).toMatch(/^([a-hjkmnp-z2-9]{5}-){2}[a-hjkmnp-z2-9]{5}$/);
  expect(new Set(passwords.join("").replaceAll("-", "")).size).toBe(31);
});
