import { describe, expect, test } from "vitest";
import { consoleDe } from "./console-de.ts";
import { consoleEn } from "./console-en.ts";
import { consoleFr } from "./console-fr.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { fr } from "./fr.ts";
import { preferredLanguage, wordingOf } from "./translate.ts";

const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

describe.each([
  ["de", { ...de, ...consoleDe }],
  ["fr", { ...fr, ...consoleFr }],
] as const)("%s", (_language, texts) => {
  test.each(Object.entries({ ...en, ...consoleEn }))(
    "%s fills in the same values as in English",
    (key, text) => {
      expect(placeholders(texts[key as keyof typeof texts])).toEqual(placeholders(text));
      expect(texts[key as keyof typeof texts].trim()).not.toBe("");
    },
  );
});

test("a count chooses the form, a value is written as it is", () => {
  const { t } = wordingOf("en", en);
  expect(t("time.minutes", { count: 1 })).toBe("1 minute");
  expect(t("time.minutes", { count: 3 })).toBe("3 minutes");
  expect(t("gate.titleFrom", { organization: "<A & B>" })).toBe("<A & B> has shared a map with you");
});

test.each([
  [["de-AT", "en"], "de"],
  [["es", "fr-CA"], "fr"],
  [["zh"], "en"],
  [[], "en"],
] as const)("a person who prefers %j reads %s", (preferred, language) => {
  expect(preferredLanguage(preferred)).toBe(language);
});

test("sizes and numbers are written as the language writes them", () => {
  const german = wordingOf("de", de);
  expect(german.bytes(1_234_567)).toMatch(/^1,23\sMB$/);
  expect(german.number(1234.5678)).toBe("1.235");
  expect(wordingOf("en", en).bytes(0)).toBe("0 byte");
});
