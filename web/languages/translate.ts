import { createInstance } from "i18next";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { consoleEn } from "./console-en.ts";
import { en } from "./en.ts";

/** Every text of the pages in one language. */
export type Texts = Readonly<Record<keyof typeof en, string>>;

/** The texts that only the console has, in one language. */
export type ConsoleTexts = Readonly<Record<keyof typeof consoleEn, string>>;

type WithoutCount<Key extends string> = Key extends `${infer Base}_${"one" | "other"}` ? Base : Key;

/** The name of a text; of those with a form for a count, without the form. */
export type TextKey = WithoutCount<keyof typeof en | keyof typeof consoleEn>;

/** Values to put into a text; `count` also chooses its form. */
export type TextValues = Readonly<Record<string, string | number>>;

/** Languages by their BCP 47 code, as files of their own. */
const OTHERS = {
  de: async () => (await import("./de.ts")).de,
  fr: async () => (await import("./fr.ts")).fr,
} as const;

/** The languages that the pages speak. */
export const LANGUAGES = ["en", "de", "fr"] as const;

/** One of {@link LANGUAGES}. */
export type Language = (typeof LANGUAGES)[number];

/** A language, its texts, and its ways to write dates, sizes and numbers. */
export interface Wording {
  readonly language: Language;
  readonly t: (key: TextKey, values?: TextValues) => string;
  readonly day: (time: string | number | Date) => string;
  readonly moment: (time: string | number | Date) => string;
  readonly number: (value: number, digits?: number) => string;
  readonly bytes: (count: number) => string;
}

/** The first language that a person prefers and the pages speak; English where there is none. */
export function preferredLanguage(preferred: readonly string[]): Language {
  const spoken = preferred.map((code) => code.toLowerCase().split("-")[0]);
  return spoken.flatMap((code) => LANGUAGES.find((language) => language === code) ?? [])[0] ?? "en";
}

/** Loads the texts of a language that every page has. */
export async function loadTexts(language: Language): Promise<Texts> {
  return language === "en" ? en : await OTHERS[language]();
}

/** The wording of the share page in a language. */
export async function loadWording(language: Language): Promise<Wording> {
  return wordingOf(language, await loadTexts(language));
}

/** The wording of a language by its texts. */
export function wordingOf(language: Language, texts: Texts | (Texts & ConsoleTexts)): Wording {
  const instance = createInstance();
  void instance.init({
    lng: language,
    resources: { [language]: { translation: texts } },
    keySeparator: false,
    nsSeparator: false,
    // Preact escapes what it shows.
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  const days = new Intl.DateTimeFormat(language, { dateStyle: "long" });
  const moments = new Intl.DateTimeFormat(language, { dateStyle: "long", timeStyle: "short" });
  return {
    language,
    t: (key, values) => instance.t(key, values ?? {}),
    day: (time) => days.format(new Date(time)),
    moment: (time) => moments.format(new Date(time)),
    number: (value, digits = 4) =>
      new Intl.NumberFormat(language, { maximumSignificantDigits: digits }).format(value),
    bytes: (count) => formatBytes(language, count),
  };
}

const BYTE_UNITS = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"] as const;

function formatBytes(language: Language, count: number): string {
  const power = Math.min(BYTE_UNITS.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(count, 1)) / 3)));
  const unit = BYTE_UNITS[power] ?? "byte";
  const format = { style: "unit", unit, maximumSignificantDigits: 3 } as const;
  return new Intl.NumberFormat(language, format).format(count / 1000 ** power);
}

/** The wording of the page; every component is inside a provider. */
export const WordingContext = createContext<Wording>(wordingOf("en", en));

/** The wording of the page that a component is in. */
export function useWording(): Wording {
  return useContext(WordingContext);
}
