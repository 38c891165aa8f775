import { CopyField } from "../../components/copy-field.tsx";
import { QrCode } from "../../components/qr-code.tsx";
import { useWording } from "../../languages/translate.ts";

/** A link that was made just now: its password is known here only. */
export interface MadeLink {
  readonly address: string;
  readonly password: string;
  readonly expiresAt: string;
  /** Whether pages of other origins may show it. */
  readonly isEmbeddable: boolean;
}

/** The HTML that shows a link in a page of its owner. */
export function embedSnippet(address: string, name: string): string {
  const title = name.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
  return `<iframe src="${address}?embed" title="${title}" width="100%" height="480" allow="fullscreen; clipboard-write" loading="lazy"></iframe>`;
}

/** A new link, to be sent. */
export function LinkMade({ link, name }: { link: MadeLink; name: string }) {
  const { address, password, expiresAt, isEmbeddable } = link;
  const { t, day } = useWording();
  const message = t("link.messageText", { name, address, date: day(expiresAt) });
  return (
    <div class="form made">
      <p>{t("link.madeText")}</p>
      <CopyField id="made-address" label={t("link.address")} value={address} />
      <CopyField id="made-password" label={t("link.password")} value={password} />
      <CopyField id="made-message" label={t("link.message")} value={message} />
      {isEmbeddable ? (
        <CopyField id="made-embed" label={t("link.embed")} value={embedSnippet(address, name)} />
      ) : null}
      <QrCode text={address} label={t("link.qr")} />
      <a class="quiet" href={address} target="_blank" rel="noreferrer">
        {t("link.see")}
      </a>
    </div>
  );
}
