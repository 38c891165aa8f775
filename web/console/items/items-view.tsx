import { useEffect, useState } from "preact/hooks";
import { useWording } from "../../languages/translate.ts";
import { ChoiceField } from "../choice-field.tsx";
import { Confirm } from "../confirm.tsx";
import { describeAnswer } from "../describe-answer.ts";
import type { Collection, Item, PageOf } from "../owned.ts";
import { useAnswer, useOwner } from "../owner-context.ts";
import { ProjectChoice, useProjects } from "../project-choice.tsx";
import { addressOf } from "../route.ts";
import { Thumbnail } from "../thumbnail.tsx";

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
      <p class="problem" role="alert">
        {problem}
      </p>
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
      <p class="problem" role="alert">
        {problem}
      </p>
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
  const wording = useWording();
  const { t, day } = wording;
  const { call } = useOwner();
  const [question, setQuestion] = useState<string>();
  const [problem, setProblem] = useState("");
  const ask = async () => {
    const links = await call<PageOf>("share.link.list", { target_id: item.id, limit: 1 });
    setQuestion(t("items.deleteSure", { name: item.name, count: links.ok ? links.value.total : "?" }));
  };
  const remove = async () => {
    setQuestion(undefined);
    const answer = await call("items.delete", { item_id: item.id });
    if (answer.ok) onChanged();
    else setProblem(describeAnswer(answer, wording));
  };
  const move = async (collectionId: string) => {
    const answer = await call("items.update", { item_id: item.id, collection_id: collectionId || null });
    if (answer.ok) onChanged();
    else setProblem(describeAnswer(answer, wording));
  };
  return (
    <li class="item-card">
      <Thumbnail operation="items.thumbnail" input={{ item_id: item.id }} name={item.name} />
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
          onChoose={(id) => void move(id)}
        />
      )}
      <p class="actions">
        <a class="primary" href={addressOf({ view: "new-link", target: "item", id: item.id })}>
          {t("items.share")}
        </a>
        <a class="quiet" href={addressOf({ view: "style", itemId: item.id })}>
          {t("items.style")}
        </a>
        <button type="button" class="quiet danger" onClick={() => void ask()}>
          {t("items.delete")}
        </button>
      </p>
      <p class="problem" role="alert">
        {problem}
      </p>
      {question === undefined ? null : (
        <Confirm question={question} onYes={() => void remove()} onNo={() => setQuestion(undefined)} />
      )}
    </li>
  );
}
