import { LANGUAGES, type Language } from "./translate.ts";

const KEY = "language";

/** The language that was chosen in this browser before. */
export function keptLanguage(): Language | undefined {
  try {
    const kept = localStorage.getItem(KEY);
    return LANGUAGES.find((language) => language === kept);
  } catch {
    // A frame of another site may have no storage.
    return undefined;
  }
}

/** Remembers a language in this browser, where it may. */
export function keepLanguage(language: Language): void {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // As above.
  }
}
