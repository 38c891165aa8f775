import type { ComponentChildren } from "preact";
import { useWording } from "../../languages/translate.ts";
import { DangerButton } from "../danger-button.tsx";
import type { Link } from "../owned.ts";
import { Problem } from "../problem.tsx";
import { useChanges } from "../use-changes.ts";

const EXTENDED_MS = 30 * 86_400_000;

interface LinkActionsProps {
  readonly link: Link;
  readonly onChanged: () => void;
  /** Further buttons. */
  readonly children?: ComponentChildren;
}

/** Extends, pauses, resumes and revokes a link. */
export function LinkActions({ link, onChanged, children }: LinkActionsProps) {
  const { t } = useWording();
  const { change, refusal } = useChanges(onChanged);
  const named = { link_id: link.id };
  const extend = () => {
    const from = Math.max(Date.now(), Date.parse(link.expires_at));
    void change("share.link.update", { ...named, expires_at: new Date(from + EXTENDED_MS).toISOString() });
  };
  const isPaused = link.status === "paused";
  return (
    <>
      <span class="actions">
        <button type="button" class="quiet" onClick={extend}>
          {t("links.extend")}
        </button>
        {children}
        <button
          type="button"
          class="quiet"
          onClick={() => void change(isPaused ? "share.link.resume" : "share.link.pause", named)}
        >
          {t(isPaused ? "links.resume" : "links.pause")}
        </button>
        <DangerButton
          label={t("links.revoke")}
          question={t("links.revokeSure")}
          onPress={async () => await change("share.link.revoke", named)}
        />
      </span>
      <Problem text={refusal} />
    </>
  );
}
