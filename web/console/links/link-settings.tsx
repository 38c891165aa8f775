import { useState } from "preact/hooks";
import { useWording } from "../../languages/translate.ts";
import { describeAnswer } from "../describe-answer.ts";
import { Form } from "../form.tsx";
import type { Link } from "../owned.ts";
import { useOwner } from "../owner-context.ts";
import { Problem, Said } from "../problem.tsx";
import { TextField } from "../text-field.tsx";
import { TimeField } from "../time-field.tsx";
import {
  AddressLifeChoice,
  IntroductionChoice,
  OriginsField,
  originsIn,
  PreviewCardChoice,
} from "./link-choices.tsx";
import { dayOf, endOfDay } from "./link-end.ts";
import { LinkLimits, useLinkLimits } from "./link-limits.tsx";

/** What a link gives and says, and how long; its secrets are changed elsewhere. */
export function LinkSettings({ link, onSaved }: { link: Link; onSaved: () => void }) {
  const wording = useWording();
  const { t } = wording;
  const { call } = useOwner();
  const [label, setLabel] = useState(link.label ?? "");
  const [end, setEnd] = useState(() => dayOf(new Date(link.expires_at)));
  const [introduction, setIntroduction] = useState(link.introduction);
  const [addressLife, setAddressLife] = useState(link.address_life);
  const [card, setCard] = useState(link.preview_card);
  const limits = useLinkLimits(link);
  const [origins, setOrigins] = useState(link.allowed_origins.join("\n"));
  const [said, setSaid] = useState("");
  const [problem, setProblem] = useState("");
  const save = async () => {
    setSaid("");
    const answer = await call("share.link.update", {
      link_id: link.id,
      label: label.trim() === "" ? null : label.trim(),
      introduction,
      address_life: addressLife,
      ...limits.input,
      preview_card: card,
      allowed_origins: originsIn(origins),
      // A link whose day is not changed keeps its hour.
      ...(end === dayOf(new Date(link.expires_at)) ? {} : { expires_at: endOfDay(end) }),
    });
    setProblem(answer.ok ? "" : describeAnswer(answer, wording));
    if (!answer.ok) return;
    setSaid(t("link.saved"));
    onSaved();
  };
  return (
    <Form labelledBy="settings-title" onSubmit={save}>
      <h2 id="settings-title">{t("link.settings")}</h2>
      <TextField
        id="link-label"
        label={t("link.label")}
        hint={t("link.labelHint")}
        value={label}
        onInput={setLabel}
      />
      <TimeField id="link-end" kind="date" label={t("link.end")} value={end} onInput={setEnd} />
      <IntroductionChoice value={introduction} onChoose={setIntroduction} />
      <AddressLifeChoice value={addressLife} onChoose={setAddressLife} />
      <p class="hint">{t("link.addressShorter")}</p>
      <LinkLimits {...limits} />
      <PreviewCardChoice value={card} onChoose={setCard} />
      <OriginsField value={origins} onInput={setOrigins} />
      <Problem text={problem} />
      <Said text={said} />
      <button class="primary" type="submit">
        {t("link.save")}
      </button>
    </Form>
  );
}
