import { useEffect, useState } from "preact/hooks";
import { useWording } from "../../languages/translate.ts";
import { DangerButton } from "../danger-button.tsx";
import { DataTable, type Column } from "../data-table.tsx";
import { generatePassword } from "../generate-password.ts";
import type { Link, PageOf } from "../owned.ts";
import { useAnswer } from "../owner-context.ts";
import { Problem, Said } from "../problem.tsx";
import { addressOf } from "../route.ts";
import { TextField } from "../text-field.tsx";
import { useChanges } from "../use-changes.ts";
import { LinkActions } from "./link-actions.tsx";
import { useLinkMonths } from "./link-month.ts";
import { linkName } from "./link-name.ts";
import { stateOf } from "./link-state.ts";
import { linksAsCsv } from "./links-as-csv.ts";

const LINKS_PER_PAGE = 200;

/** The links of the organization: their state, use, and what can be done with each. */
export function LinksView() {
  const { t } = useWording();
  const [limit, setLimit] = useState(LINKS_PER_PAGE);
  const { value, problem, reload } = useAnswer<PageOf & { links: readonly Link[] }>("share.link.list", {
    limit,
  });
  useEffect(() => {
    document.title = t("links.title");
  }, [t]);
  const [first] = value?.links ?? [];
  return (
    <section aria-labelledby="view-title">
      <h1 id="view-title">{t("links.title")}</h1>
      <Problem text={problem} />
      {value?.links.length === 0 ? (
        <p class="empty">
          {t("links.none")} <a href={addressOf({ view: "share" })}>{t("nav.share")}</a>
        </p>
      ) : null}
      {value && first ? (
        <Links
          links={value.links}
          organizationId={first.organization_id}
          onChanged={reload}
          onMore={value.next_offset === null ? undefined : () => setLimit(limit + LINKS_PER_PAGE)}
        />
      ) : null}
    </section>
  );
}

interface LinksProps {
  readonly links: readonly Link[];
  readonly organizationId: string;
  readonly onChanged: () => void;
  /** Undefined where there are no more. */
  readonly onMore: (() => void) | undefined;
}

function Links({ links: all, organizationId, onChanged, onMore }: LinksProps) {
  const wording = useWording();
  const { t, day, moment, number } = wording;
  const [filter, setFilter] = useState("");
  const { change, refusal } = useChanges(onChanged);
  const monthOf = useLinkMonths(organizationId, wording);
  const people = useAnswer<{ users: readonly { id: string; name: string }[] }>("users.list", {});
  const makerOf = ({ created_by: id }: Link) =>
    people.value?.users.find(({ id: each }) => each === id)?.name ?? "";
  const links = all.filter((link) =>
    `${link.label ?? ""} ${link.target_name ?? ""} ${makerOf(link)} ${link.id} ${stateOf(link, wording)}`
      .toLowerCase()
      .includes(filter.toLowerCase()),
  );
  const openLinks = links.filter(({ status }) => status !== "revoked");
  const revokeShown = async () => {
    for (const { id } of openLinks) {
      if ((await change("share.link.revoke", { link_id: id })) === undefined) return;
    }
  };
  const csv = `data:text/csv;charset=utf-8,${encodeURIComponent(linksAsCsv(links, monthOf))}`;
  const columns: readonly Column<Link>[] = [
    {
      title: t("links.name"),
      value: (link) => linkName(link, wording),
      cell: (link) => (
        <>
          <a href={addressOf({ view: "link", linkId: link.id })}>{linkName(link, wording)}</a>
          {link.label && link.target_name ? <p class="row-target">{link.target_name}</p> : null}
        </>
      ),
    },
    {
      title: t("links.state"),
      value: (link) => stateOf(link, wording),
      cell: (link) => <span class={`state ${link.status}`}>{stateOf(link, wording)}</span>,
    },
    { title: t("links.end"), value: ({ expires_at: end }) => end, cell: ({ expires_at: end }) => day(end) },
    { title: t("links.views"), value: ({ access_count: views }) => views, isNumber: true },
    {
      title: t("links.tilesThisMonth"),
      value: ({ id }) => monthOf?.(id)?.tiles,
      cell: ({ id }) => {
        const month = monthOf?.(id);
        return month && number(month.tiles, 12);
      },
      isNumber: true,
    },
    {
      title: t("usage.costThisMonth"),
      value: ({ id }) => monthOf?.(id)?.amount,
      cell: ({ id }) => monthOf?.(id)?.cost,
      isNumber: true,
    },
    {
      title: t("links.last"),
      value: ({ last_accessed_at: last }) => last,
      cell: ({ last_accessed_at: last }) => (last === null ? t("links.never") : moment(last)),
    },
    {
      title: t("links.actions"),
      isUnsorted: true,
      value: () => undefined,
      cell: (link) => <ActionsOfLink link={link} onChanged={onChanged} />,
    },
  ];
  return (
    <>
      <Problem text={refusal} />
      <TextField id="filter" label={t("links.filter")} value={filter} onInput={setFilter} />
      <DataTable
        label={t("links.title")}
        columns={columns}
        rows={links}
        keyOf={({ id }) => id}
        empty={t("links.noneFound")}
      />
      <p class="actions">
        {filter.trim() === "" || openLinks.length === 0 ? null : (
          <DangerButton
            label={t("links.revokeShown", { count: openLinks.length })}
            question={t("links.revokeShownSure", { count: openLinks.length })}
            onPress={revokeShown}
          />
        )}
        <a class="quiet" href={csv} download="links.csv">
          {t("links.export")}
        </a>
        {onMore === undefined ? null : (
          <button type="button" class="quiet" onClick={onMore}>
            {t("action.more")}
          </button>
        )}
      </p>
    </>
  );
}

function ActionsOfLink({ link, onChanged }: { link: Link; onChanged: () => void }) {
  const { t } = useWording();
  const { change, refusal } = useChanges(onChanged);
  const [said, setSaid] = useState("");
  const renewPassword = async () => {
    const password = generatePassword();
    const changed = await change("share.link.update", { link_id: link.id, password });
    setSaid(changed === undefined ? "" : t("links.passwordIs", { password }));
  };
  return (
    <>
      {link.status === "revoked" ? null : (
        <LinkActions link={link} onChanged={onChanged}>
          <button type="button" class="quiet" onClick={() => void renewPassword()}>
            {t("links.newPassword")}
          </button>
        </LinkActions>
      )}
      <Said text={said} />
      <Problem text={refusal} />
    </>
  );
}
