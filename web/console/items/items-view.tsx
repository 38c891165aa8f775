import { useEffect, useState } from "preact/hooks";
import { useWording } from "../../languages/translate.ts";
import { ChoiceField } from "../choice-field.tsx";
import { countLinksTo } from "../count-links.ts";
import { DangerButton } from "../danger-button.tsx";
import type { Collection, Item, PageOf } from "../owned.ts";
import { useAnswer, useOwner } from "../owner-context.ts";
import { ProjectChoice, useProjects } from "../project-choice.tsx";
import { addressOf } from "../route.ts";
import { Thumbnail } from "../thumbnail.tsx";
import { useChanges } from "../use-changes.ts";
import { Problem } from "../problem.tsx";

const ITEMS_PER_PAGE = 24;

/** The items of a project, each with its picture. */
export function ItemsView() {
  const { t } = useWording();
  const ours = useProjects();
  const { projects, problem, projectId } = ours;
  useEffect(() => {
    document.title = t("items.title");
  }, [t]);
  return (
    <section aria-labelledby="view-title">
      <h1 id="view-title">{t("items.title")}</h1>
      <ProjectChoice {...ours} />
      <Problem text={problem} />
      {projectId === "" ? projects ? <Empty /> : null : <Items key={projectId} projectId={projectId} />}
    </section>
  );
}

function Empty() {
  const { t } = useWording();
  return (
    <p class="empty">
      {t("items.none")} <a href={addressOf({ view: "share" })}>{t("nav.share")}</a>
    </p>
  );
}

function Items({ projectId }: { projectId: string }) {
  const { t } = useWording();
  const [limit, setLimit] = useState(ITEMS_PER_PAGE);
  const { value: groups } = useAnswer<{ collections: readonly Collection[] }>("collections.list", {
    project_id: projectId,
  });
  const { value, problem, reload } = useAnswer<PageOf & { items: readonly Item[] }>("items.list", {
    project_id: projectId,
    limit,
  });
  if (value?.items.length === 0) return <Empty />;
  return (
    <>
      <Problem text={problem} />
      <ul class="cards">
        {(value?.items ?? []).map((item) => (
          <ItemCard key={item.id} item={item} collections={groups?.collections ?? []} onChanged={reload} />
        ))}
      </ul>
      {value && value.next_offset !== null ? (
        <button type="button" class="quiet" onClick={() => setLimit(limit + ITEMS_PER_PAGE)}>
          {t("action.more")}
        </button>
      ) : null}
    </>
  );
}

interface ItemCardProps {
  readonly item: Item;
  readonly collections: readonly Collection[];
  readonly onChanged: () => void;
}

function ItemCard({ item, collections, onChanged }: ItemCardProps) {
  const { t, day } = useWording();
  const { call } = useOwner();
  const { change, refusal } = useChanges(onChanged);
  const named = { item_id: item.id };
  return (
    <li class="item-card">
      <Thumbnail operation="items.thumbnail" input={named} name={item.name} />
      <h2>{item.name}</h2>
      <p class="row-detail">{t("items.added", { date: day(item.created_at) })}</p>
      {(item.warnings ?? []).map(({ text }) => (
        <p key={text} class="hint">
          {t("items.warning", { text })}
        </p>
      ))}
      {collections.length === 0 ? null : (
        <ChoiceField
          id={`collection-${item.id}`}
          label={t("items.collection")}
          value={item.collection_id ?? ""}
          choices={[["", t("items.noCollection")], ...collections.map(({ id, name }) => [id, name] as const)]}
          onChoose={(id) => void change("items.update", { ...named, collection_id: id || null })}
        />
      )}
      <p class="actions">
        <a class="primary" href={addressOf({ view: "new-link", target: "item", id: item.id })}>
          {t("items.share")}
        </a>
        <a class="quiet" href={addressOf({ view: "style", itemId: item.id })}>
          {t("items.style")}
        </a>
        <DangerButton
          label={t("items.delete")}
          question={async () =>
            t("items.deleteSure", { name: item.name, count: await countLinksTo(call, item.id) })
          }
          onPress={async () => await change("items.delete", named)}
        />
      </p>
      <Problem text={refusal} />
    </li>
  );
}
