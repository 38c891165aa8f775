import { CopyField } from "../../components/copy-field.tsx";
import { QrCode } from "../../components/qr-code.tsx";
import { useWording } from "../../languages/translate.ts";

/** A link that was made just now: its password is known here only. */
export interface MadeLink {
  readonly address: string;
  readonly password: string;
  readonly expiresAt: string;
}

/** A new link, to be sent. */
export function LinkMade({ link: { address, password, expiresAt }, name }: { link: MadeLink; name: string }) {
  const { t, day } = useWording();
  const message = t("link.messageText", { name, address, date: day(expiresAt) });
  return (
    <div class="form made">
      <p>{t("link.madeText")}</p>
      <CopyField id="made-address" label={t("link.address")} value={address} />
      <CopyField id="made-password" label={t("link.password")} value={password} />
      <CopyField id="made-message" label={t("link.message")} value={message} />
      <QrCode text={address} label={t("link.qr")} />
      <a class="quiet" href={address} target="_blank" rel="noreferrer">
        {t("link.see")}
      </a>
    </div>
  );
}
