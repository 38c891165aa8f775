import { useWording } from "../../languages/translate.ts";
import { ChoiceField } from "../choice-field.tsx";
import type { AddressLife, Introduction, PreviewCard } from "../owned.ts";
import { LinesField } from "../lines-field.tsx";

interface ChoiceProps<Value> {
  readonly value: Value;
  readonly onChoose: (value: Value) => void;
}

/** The choice of how long addresses for map software live. */
export function AddressLifeChoice({ value, onChoose }: ChoiceProps<AddressLife>) {
  const { t } = useWording();
  return (
    <ChoiceField
      id="link-addresses"
      label={t("link.addresses")}
      value={value}
      choices={[
        ["hour", t("link.addressHour")],
        ["day", t("link.addressDay")],
        ["link", t("link.addressLink")],
      ]}
      onChoose={onChoose}
    />
  );
}

/** The choice of what the page says before the password. */
export function IntroductionChoice({ value, onChoose }: ChoiceProps<Introduction>) {
  const { t } = useWording();
  return (
    <ChoiceField
      id="link-introduction"
      label={t("link.introduction")}
      value={value}
      choices={[
        ["none", t("link.none")],
        ["sender", t("link.sender")],
        ["label", t("link.senderAndLabel")],
      ]}
      onChoose={onChoose}
    />
  );
}

/** The choice of what messengers show to everyone who has the address. */
export function PreviewCardChoice({ value, onChoose }: ChoiceProps<PreviewCard>) {
  const { t } = useWording();
  return (
    <>
      <ChoiceField
        id="link-card"
        label={t("link.card")}
        value={value}
        choices={[
          ["none", t("link.cardNone")],
          ["name", t("link.cardName")],
          ["picture", t("link.cardPicture")],
        ]}
        onChoose={onChoose}
      />
      {value === "none" ? null : <p class="hint">{t("link.cardHint")}</p>}
    </>
  );
}

interface OriginsFieldProps {
  readonly value: string;
  readonly onInput: (value: string) => void;
}

/** The origins of pages that may show a link, one a line. */
export function OriginsField({ value, onInput }: OriginsFieldProps) {
  const { t } = useWording();
  return (
    <LinesField
      id="link-origins"
      label={t("link.origins")}
      hint={t("link.originsHint")}
      rows={3}
      value={value}
      onInput={onInput}
    />
  );
}

/** The origins in a field. */
export function originsIn(text: string): string[] {
  return text.split(/\s+/).filter((origin) => origin !== "");
}
