import { useEffect, useState } from "preact/hooks";
import { useWording } from "../../languages/translate.ts";
import { generatePassword } from "../generate-password.ts";
import type { Link, PageOf } from "../owned.ts";
import { useAnswer } from "../owner-context.ts";
import { DangerButton } from "../danger-button.tsx";
import { addressOf } from "../route.ts";
import { TextField } from "../text-field.tsx";
import { useChanges } from "../use-changes.ts";
import { LinkActions } from "./link-actions.tsx";
import { linkName } from "./link-name.ts";
import { stateOf } from "./link-state.ts";
import { linksAsCsv } from "./links-as-csv.ts";
import { Problem, Said } from "../problem.tsx";

const LINKS_PER_PAGE = 200;

/** The links of the organization: their state, use, and what can be done with each. */
export function LinksView() {
  const wording = useWording();
  const { t } = wording;
  const [filter, setFilter] = useState("");
  const [limit, setLimit] = useState(LINKS_PER_PAGE);
  const { value, problem, reload } = useAnswer<PageOf & { links: readonly Link[] }>("share.link.list", {
    limit,
  });
  const { change, refusal } = useChanges(reload);
  const people = useAnswer<{ users: readonly { id: string; name: string }[] }>("users.list", {});
  const makerOf = ({ created_by: id }: Link) =>
    people.value?.users.find(({ id: each }) => each === id)?.name ?? "";
  useEffect(() => {
    document.title = t("links.title");
  }, [t]);
  const links = (value?.links ?? []).filter((link) =>
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
  const csv = `data:text/csv;charset=utf-8,${encodeURIComponent(linksAsCsv(links))}`;
  return (
    <section aria-labelledby="view-title">
      <h1 id="view-title">{t("links.title")}</h1>
      <Problem text={problem || refusal} />
      {value?.links.length === 0 ? (
        <p class="empty">
          {t("links.none")} <a href={addressOf({ view: "share" })}>{t("nav.share")}</a>
        </p>
      ) : null}
      {value && value.links.length > 0 ? (
        <>
          <TextField id="filter" label={t("links.filter")} value={filter} onInput={setFilter} />
          <div
            class="scroll"
            tabIndex={0}
            role="region"
            aria-label={t("table.of", { label: t("links.title") })}
          >
            <table>
              <thead>
                <tr>
                  {(["name", "state", "end", "views", "last", "actions"] as const).map((column) => (
                    <th key={column} scope="col">
                      {t(`links.${column}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {links.map((link) => (
                  <LinkRow key={link.id} link={link} onChanged={reload} />
                ))}
              </tbody>
            </table>
          </div>
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
            {value.next_offset === null ? null : (
              <button type="button" class="quiet" onClick={() => setLimit(limit + LINKS_PER_PAGE)}>
                {t("action.more")}
              </button>
            )}
          </p>
        </>
      ) : null}
    </section>
  );
}

function LinkRow({ link, onChanged }: { link: Link; onChanged: () => void }) {
  const wording = useWording();
  const { t, day, moment } = wording;
  const { change, refusal } = useChanges(onChanged);
  const [said, setSaid] = useState("");
  const renewPassword = async () => {
    const password = generatePassword();
    const changed = await change("share.link.update", { link_id: link.id, password });
    setSaid(changed === undefined ? "" : t("links.passwordIs", { password }));
  };
  return (
    <tr>
      <th scope="row">
        <a href={addressOf({ view: "link", linkId: link.id })}>{linkName(link, wording)}</a>
        {link.label && link.target_name ? <p class="row-target">{link.target_name}</p> : null}
        <Said text={said} />
      </th>
      <td>
        <span class={`state ${link.status}`}>{stateOf(link, wording)}</span>
      </td>
      <td>{day(link.expires_at)}</td>
      <td class="number">{link.access_count}</td>
      <td>{link.last_accessed_at === null ? t("links.never") : moment(link.last_accessed_at)}</td>
      <td>
        {link.status === "revoked" ? null : (
          <LinkActions link={link} onChanged={onChanged}>
            <button type="button" class="quiet" onClick={() => void renewPassword()}>
              {t("links.newPassword")}
            </button>
          </LinkActions>
        )}
        <Problem text={refusal} />
      </td>
    </tr>
  );
}
