import { useState } from "preact/hooks";
import { useWording } from "../../languages/translate.ts";
import { originsIn } from "../links/link-choices.tsx";
import { useAnswer } from "../owner-context.ts";
import { TextField } from "../text-field.tsx";
import { useChanges } from "./use-changes.ts";

interface LinkRules {
  readonly organization_id: string;
  readonly link_lifetime_max_days: number | null;
  readonly link_lifetime_default_days: number | null;
  readonly link_password_min_length: number | null;
  readonly link_allowed_origins: readonly string[];
}

/** The organization's rules for its links. */
export function Rules() {
  const { value, problem, reload } = useAnswer<LinkRules>("organizations.rules.get", {});
  return (
    <>
      <p class="problem" role="alert">
        {problem}
      </p>
      {value ? <RulesForm rules={value} onSaved={reload} /> : null}
    </>
  );
}

function RulesForm({ rules, onSaved }: { rules: LinkRules; onSaved: () => void }) {
  const { t } = useWording();
  const text = (value: number | null) => (value === null ? "" : String(value));
  const [max, setMax] = useState(text(rules.link_lifetime_max_days));
  const [usual, setUsual] = useState(text(rules.link_lifetime_default_days));
  const [length, setLength] = useState(text(rules.link_password_min_length));
  const [origins, setOrigins] = useState(rules.link_allowed_origins.join("\n"));
  const [isSaved, setSaved] = useState(false);
  const { change, refusal } = useChanges(onSaved);
  const number = (value: string) => (value.trim() === "" ? null : Number(value));
  const save = async () => {
    setSaved(false);
    const saved = await change("organizations.rules.update", {
      organization_id: rules.organization_id,
      link_lifetime_max_days: number(max),
      link_lifetime_default_days: number(usual),
      link_password_min_length: number(length),
      link_allowed_origins: originsIn(origins),
    });
    setSaved(saved !== undefined);
  };
  const noRule = t("rules.none");
  return (
    <form
      class="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <p class="hint">{t("rules.text")}</p>
      <TextField
        id="rule-max"
        label={t("rules.maxDays")}
        hint={noRule}
        inputMode="numeric"
        value={max}
        onInput={setMax}
      />
      <TextField
        id="rule-usual"
        label={t("rules.usualDays")}
        hint={noRule}
        inputMode="numeric"
        value={usual}
        onInput={setUsual}
      />
      <TextField
        id="rule-length"
        label={t("rules.passwordLength")}
        hint={noRule}
        inputMode="numeric"
        value={length}
        onInput={setLength}
      />
      <div class="form-field">
        <label for="rule-origins">{t("link.origins")}</label>
        <textarea
          id="rule-origins"
          rows={3}
          placeholder={t("link.originsHint")}
          spellcheck={false}
          value={origins}
          onInput={(event) => setOrigins(event.currentTarget.value)}
        />
      </div>
      <p class="problem" role="alert">
        {refusal}
      </p>
      <p class="row-said" role="status">
        {isSaved ? t("link.saved") : ""}
      </p>
      <button class="primary" type="submit">
        {t("link.save")}
      </button>
    </form>
  );
}
