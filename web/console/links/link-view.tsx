import { useEffect } from "preact/hooks";
import { useWording } from "../../languages/translate.ts";
import type { Link } from "../owned.ts";
import { useAnswer } from "../owner-context.ts";
import { Problem } from "../problem.tsx";
import { addressOf } from "../route.ts";
import { Thumbnail } from "../thumbnail.tsx";
import { costsOf, type UsageAnswer } from "../usage/usage-answers.ts";
import { LinkActions } from "./link-actions.tsx";
import { linkName } from "./link-name.ts";
import { LinkSecrets } from "./link-secrets.tsx";
import { LinkSettings } from "./link-settings.tsx";
import { stateOf } from "./link-state.ts";
import { LinkUsage } from "./link-usage.tsx";

/** One link: what it is, who looked, its settings and its secrets. */
export function LinkView({ linkId }: { linkId: string }) {
  const wording = useWording();
  const { t } = wording;
  const { value: link, problem, reload } = useAnswer<Link>("share.link.get", { link_id: linkId });
  const name = link ? linkName(link, wording) : "";
  useEffect(() => {
    document.title = name;
  }, [name]);
  const isEnded = link?.status === "revoked";
  return (
    <section aria-labelledby="view-title">
      <p>
        <a class="quiet" href={addressOf({ view: "links" })}>
          {t("link.back")}
        </a>
      </p>
      <h1 id="view-title">{name}</h1>
      <Problem text={problem} />
      {link ? (
        <>
          <LinkFacts link={link} />
          {isEnded ? null : <LinkActions link={link} onChanged={reload} />}
          <LinkUsage linkId={link.id} />
          {isEnded ? null : (
            <>
              <LinkSettings key={link.id} link={link} onSaved={reload} />
              <LinkSecrets link={link} name={name} onChanged={reload} />
              <SeenByRecipient link={link} />
            </>
          )}
        </>
      ) : null}
    </section>
  );
}

/** What a link shows. Its page itself needs its address, which is kept as a hash only. */
function SeenByRecipient({ link }: { link: Link }) {
  const { t } = useWording();
  const { target_type: kind, target_id: id, target_name: name } = link;
  const [operation, input] =
    kind === "collection"
      ? (["collections.thumbnail", { collection_id: id }] as const)
      : (["items.thumbnail", { item_id: id }] as const);
  return (
    <section class="form" aria-labelledby="link-seen-title">
      <h2 id="link-seen-title">{t("linkSeen.title")}</h2>
      <p class="hint">{t("linkSeen.text")}</p>
      {name ? <Thumbnail operation={operation} input={input} name={name} /> : null}
    </section>
  );
}

function LinkFacts({ link }: { link: Link }) {
  const wording = useWording();
  const { t, day, moment } = wording;
  const { value: usage } = useAnswer<UsageAnswer>("usage.query", {
    organization_id: link.organization_id,
    link_id: link.id,
    window: "month",
  });
  const facts = [
    [t("links.state"), stateOf(link, wording)],
    [t("link.shares"), link.target_name ?? t("links.ofDeleted")],
    [t("link.made_on"), day(link.created_at)],
    [t("links.end"), moment(link.expires_at)],
    [t("links.views"), String(link.access_count)],
    [t("links.last"), link.last_accessed_at === null ? t("links.never") : moment(link.last_accessed_at)],
    [t("usage.costThisMonth"), usage ? costsOf(usage, wording) : "…"],
  ] as const;
  return (
    <dl class="facts">
      {facts.map(([fact, value]) => (
        <>
          <dt key={fact}>{fact}</dt>
          <dd key={`${fact} value`}>{value}</dd>
        </>
      ))}
    </dl>
  );
}
