import { expect, test } from "vitest";
import { apiKeyPrefix, isApiKey, newApiKey } from "./api-key.ts";

test("new keys are well-formed and differ", () => {
  const keys = Array.from({ length: 50 }, newApiKey);
  expect(new Set(keys).size).toBe(50);
  for (const key of keys) {
    expect(key).toMatch(/^gpra_[0-9A-Za-z]{49}$/);
    expect(isApiKey(key)).toBe(true);
    expect(key.startsWith(apiKeyPrefix(key))).toBe(true);
    expect(apiKeyPrefix(key)).toHaveLength(13);
  }
});

test("any one changed character is noticed before a look-up", () => {
  const key = newApiKey();
  for (let index = 0; index < key.length; index += 1) {
    const other = key[index] === "x" ? "y" : "x";
    expect(isApiKey(key.slice(0, index) + other + key.slice(index + 1))).toBe(false);
  }
  expect(isApiKey(`${key}0`)).toBe(false);
  expect(isApiKey("")).toBe(false);
});
