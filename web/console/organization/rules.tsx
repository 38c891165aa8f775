import { useState } from "preact/hooks";
import { useWording } from "../../languages/translate.ts";
import { originsIn } from "../links/link-choices.tsx";
import { useAnswer } from "../owner-context.ts";
import { useChanges } from "../use-changes.ts";
import { Problem, Said } from "../problem.tsx";
import { Form } from "../form.tsx";
import { NumberField } from "../number-field.tsx";
import { LinesField } from "../lines-field.tsx";

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
      <Problem text={problem} />
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
    <Form onSubmit={save}>
      <p class="hint">{t("rules.text")}</p>
      <NumberField
        id="rule-max"
        label={t("rules.maxDays")}
        hint={noRule}

        value={max}
        onInput={setMax}
      />
      <NumberField
        id="rule-usual"
        label={t("rules.usualDays")}
        hint={noRule}

        value={usual}
        onInput={setUsual}
      />
      <NumberField
        id="rule-length"
        label={t("rules.passwordLength")}
        hint={noRule}

        value={length}
        onInput={setLength}
      />
      <LinesField
        id="rule-origins"
        label={t("link.origins")}
        hint={t("link.originsHint")}
        rows={3}
        value={origins}
        onInput={setOrigins}
      />
      <Problem text={refusal} />
      <Said text={isSaved ? t("link.saved") : ""} />
      <button class="primary" type="submit">
        {t("link.save")}
      </button>
    </Form>
  );
}
