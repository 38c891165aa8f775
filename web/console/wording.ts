import { consoleEn } from "../languages/console-en.ts";
import {
  loadTexts,
  wordingOf,
  type ConsoleTexts,
  type Language,
  type Wording,
} from "../languages/translate.ts";

const OTHERS = {
  de: async () => (await import("../languages/console-de.ts")).consoleDe,
  fr: async () => (await import("../languages/console-fr.ts")).consoleFr,
} as const;

/** The wording of the console in a language. */
export async function loadConsoleWording(language: Language): Promise<Wording> {
  const own: ConsoleTexts = language === "en" ? consoleEn : await OTHERS[language]();
  return wordingOf(language, { ...(await loadTexts(language)), ...own });
}
