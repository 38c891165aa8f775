import { useEffect, useState } from "preact/hooks";
import { useWording } from "../../languages/translate.ts";
import { ChoiceField } from "../choice-field.tsx";
import { describeAnswer } from "../describe-answer.ts";
import { generatePassword } from "../generate-password.ts";
import { useAnswer, useOwner } from "../owner-context.ts";
import type { LinkTarget } from "../route.ts";
import { TextField } from "../text-field.tsx";
import type { AddressLife, Introduction, PreviewCard } from "../owned.ts";
import {
  AddressLifeChoice,
  IntroductionChoice,
  OriginsField,
  originsIn,
  PreviewCardChoice,
} from "./link-choices.tsx";
import { defaultEnd, endOfDay, type LinkRules } from "./link-end.ts";
import { LinkMade, type MadeLink } from "./link-made.tsx";
import { Problem } from "../problem.tsx";
import { Form } from "../form.tsx";
import { LinkLimits, useLinkLimits } from "./link-limits.tsx";
import { CheckField } from "../check-field.tsx";
import { TimeField } from "../time-field.tsx";

/** The operation that answers a target, and its input. */
function getterOf(target: LinkTarget): readonly [operation: string, input: object] {
  return target.target === "item"
    ? ["items.get", { item_id: target.id }]
    : ["collections.get", { collection_id: target.id, project_id: target.projectId }];
}

/** An item is within its answer, a collection is the answer. */
interface TargetAnswer {
  readonly item?: { readonly name: string };
  readonly name?: string;
}

const GIVES = {
  view: { permission: "view" },
  values: { permission: "view", allow_values: true },
  download: { permission: "download" },
} as const;

/** The form of a new link, and then the link. */
export function NewLinkView({ target }: { target: LinkTarget }) {
  const wording = useWording();
  const { t } = wording;
  const { value: found, problem } = useAnswer<TargetAnswer>(...getterOf(target));
  const { value: rules } = useAnswer<LinkRules>("organizations.rules.get", {});
  const [made, setMade] = useState<MadeLink>();
  const name = (found?.item ?? found)?.name ?? "";
  useEffect(() => {
    document.title = t("link.new", { name });
  }, [t, name]);
  return (
    <section aria-labelledby="view-title">
      <h1 id="view-title">{made ? t("link.made") : t("link.new", { name })}</h1>
      <Problem text={problem} />
      {made ? <LinkMade link={made} name={name} /> : null}
      {found && rules && !made ? (
        <LinkForm target={target} name={name} rules={rules} onMade={setMade} />
      ) : null}
    </section>
  );
}

interface LinkFormProps {
  readonly target: LinkTarget;
  readonly name: string;
  readonly rules: LinkRules;
  readonly onMade: (link: MadeLink) => void;
}

function LinkForm({ target, name, rules, onMade }: LinkFormProps) {
  const wording = useWording();
  const { t } = wording;
  const { call } = useOwner();
  const [password, setPassword] = useState(generatePassword);
  const [end, setEnd] = useState(() => defaultEnd(rules, Date.now()));
  const [gives, setGives] = useState<keyof typeof GIVES>("view");
  const [introduction, setIntroduction] = useState<Introduction>("sender");
  const [addressLife, setAddressLife] = useState<AddressLife>("day");
  const [card, setCard] = useState<PreviewCard>("none");
  const [origins, setOrigins] = useState("");
  const [label, setLabel] = useState(name);
  const limits = useLinkLimits();
  const [hasProfiles, setProfiles] = useState(true);
  const [problem, setProblem] = useState("");
  const [isBusy, setBusy] = useState(false);
  const create = async () => {
    setBusy(true);
    const answer = await call<{ page_url: string; expires_at: string; allowed_origins: readonly string[] }>(
      "share.link.create",
      {
        target_type: target.target,
        target_id: target.id,
        password,
        expires_at: endOfDay(end),
        introduction,
        address_life: addressLife,
        preview_card: card,
        ...(origins.trim() === "" ? {} : { allowed_origins: originsIn(origins) }),
        profiles: hasProfiles ? "all" : [],
        ...GIVES[gives],
        ...(label.trim() === "" ? {} : { label: label.trim() }),
        ...limits.input,
      },
    );
    setBusy(false);
    if (!answer.ok) return setProblem(describeAnswer(answer, wording));
    const { page_url: address, expires_at: expiresAt, allowed_origins: allowed } = answer.value;
    onMade({ address, password, expiresAt, isEmbeddable: allowed.length > 0 });
  };
  return (
    <Form isBusy={isBusy} onSubmit={create}>
      <TextField id="link-password" label={t("link.password")} value={password} onInput={setPassword} />
      <button type="button" class="quiet" onClick={() => setPassword(generatePassword())}>
        {t("link.generate")}
      </button>
      <TimeField id="link-end" kind="date" label={t("link.end")} value={end} onInput={setEnd} />
      <ChoiceField
        id="link-gives"
        label={t("link.gives")}
        value={gives}
        choices={[
          ["view", t("link.view")],
          ["values", t("link.values")],
          ["download", t("link.download")],
        ]}
        onChoose={setGives}
      />
      <TextField
        id="link-label"
        label={t("link.label")}
        hint={t("link.labelHint")}
        value={label}
        onInput={setLabel}
      />
      <IntroductionChoice value={introduction} onChoose={setIntroduction} />
      <AddressLifeChoice value={addressLife} onChoose={setAddressLife} />
      <PreviewCardChoice value={card} onChoose={setCard} />
      <OriginsField value={origins} onInput={setOrigins} />
      <LinkLimits {...limits} />
      <CheckField label={t("link.allProfiles")} isChecked={hasProfiles} onCheck={setProfiles} />
      <Problem text={problem} />
      <button class="primary" type="submit" disabled={isBusy}>
        {t("link.create")}
      </button>
    </Form>
  );
}
