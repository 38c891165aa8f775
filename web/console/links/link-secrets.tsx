import { useState } from "preact/hooks";
import { CopyField } from "../../components/copy-field.tsx";
import { QrCode } from "../../components/qr-code.tsx";
import { useWording } from "../../languages/translate.ts";
import { DangerButton } from "../danger-button.tsx";
import { Form } from "../form.tsx";
import { generatePassword } from "../generate-password.ts";
import type { Link } from "../owned.ts";
import { Problem, Said } from "../problem.tsx";
import { TextField } from "../text-field.tsx";
import { useChanges } from "../use-changes.ts";
import { embedSnippet } from "./link-made.tsx";

interface LinkSecretsProps {
  readonly link: Link;
  readonly name: string;
  readonly onChanged: () => void;
}

/** A new password, a new address, and the line of HTML that shows the link in a page of its owner. */
export function LinkSecrets({ link, name, onChanged }: LinkSecretsProps) {
  const { t } = useWording();
  const { change, refusal } = useChanges(onChanged);
  const [password, setPassword] = useState(generatePassword);
  const [changed, setChanged] = useState("");
  const [address, setAddress] = useState("");
  const [isNew, setNew] = useState(false);
  const named = { link_id: link.id };
  const changePassword = async () => {
    const answer = await change("share.link.update", { ...named, password });
    if (answer !== undefined) setChanged(password);
  };
  const rotate = async () => {
    const rotated = await change<{ page_url: string }>("share.link.rotate", named);
    if (rotated === undefined) return;
    setAddress(rotated.page_url);
    setNew(true);
  };
  return (
    <section aria-labelledby="link-secrets-title">
      <h2 id="link-secrets-title">{t("linkSecrets.title")}</h2>
      <Form onSubmit={changePassword} labelledBy="link-secrets-title">
        <TextField
          id="link-password"
          label={t("linkSecrets.password")}
          value={password}
          onInput={setPassword}
        />
        <p class="hint">{t("linkSecrets.passwordText")}</p>
        <p class="actions">
          <button type="submit" class="quiet">
            {t("linkSecrets.change")}
          </button>
          <button type="button" class="quiet" onClick={() => setPassword(generatePassword())}>
            {t("link.generate")}
          </button>
          <DangerButton
            label={t("linkSecrets.rotate")}
            question={t("linkSecrets.rotateSure")}
            onPress={rotate}
          />
        </p>
        <Problem text={refusal} />
        <Said text={changed === "" ? "" : t("links.passwordIs", { password: changed })} />
        {isNew ? (
          <>
            <CopyField id="rotated-address" label={t("linkSecrets.newAddress")} value={address} />
            <QrCode text={address} label={t("link.qr")} />
            <a class="quiet" href={address} target="_blank" rel="noreferrer">
              {t("link.see")}
            </a>
          </>
        ) : null}
      </Form>
      <h2>{t("link.embed")}</h2>
      {link.allowed_origins.length === 0 ? (
        <p class="hint">{t("linkSecrets.embedNeeds")}</p>
      ) : (
        <div class="form">
          <TextField
            id="embed-address"
            label={t("linkSecrets.embedAddress")}
            hint="https://…/s/…"
            value={address}
            onInput={(text) => {
              setAddress(text);
              setNew(false);
            }}
          />
          {address.trim() === "" ? null : (
            <CopyField
              id="embed-snippet"
              label={t("link.embed")}
              value={embedSnippet(address.trim(), name)}
            />
          )}
        </div>
      )}
    </section>
  );
}
