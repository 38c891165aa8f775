import { LANGUAGES, useWording, type Language } from "../languages/translate.ts";

/** The names of the languages, each in itself. */
const NAMES: Readonly<Record<Language, string>> = {
  en: "English",
  de: "Deutsch",
  fr: "Français",
};

/** The choice of the page's language. */
export function LanguageChoice({ onChoose }: { onChoose: (language: Language) => void }) {
  const { language, t } = useWording();
  return (
    <label class="language">
      <span class="visually-hidden">{t("language.choose")}</span>
      <select
        value={language}
        onChange={(event) => {
          const chosen = LANGUAGES.find((each) => each === event.currentTarget.value);
          if (chosen !== undefined) onChoose(chosen);
        }}
      >
        {LANGUAGES.map((each) => (
          <option key={each} value={each} lang={each}>
            {NAMES[each]}
          </option>
        ))}
      </select>
    </label>
  );
}
