import { useWording } from "../../languages/translate.ts";
import { ChoiceField } from "../choice-field.tsx";
import type { AddressLife, Introduction } from "../owned.ts";

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
