import { useEffect, useState } from "preact/hooks";
import { useWording } from "../../languages/translate.ts";
import { Confirm } from "../confirm.tsx";
import { describeAnswer } from "../describe-answer.ts";
import type { Item, PageOf } from "../owned.ts";
import { useAnswer, useOwner } from "../owner-context.ts";
import { ProjectChoice, useProjects } from "../project-choice.tsx";
import { addressOf } from "../route.ts";

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
          <ItemCard key={item.id} item={item} onChanged={reload} />
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

function ItemCard({ item, onChanged }: { item: Item; onChanged: () => void }) {
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
  return (
    <li class="item-card">
      <Thumbnail item={item} />
      <h2>{item.name}</h2>
      <p class="row-detail">{t("items.added", { date: day(item.created_at) })}</p>
      {(item.warnings ?? []).map(({ text }) => (
        <p key={text} class="hint">
          {t("items.warning", { text })}
        </p>
      ))}
      <p class="actions">
        <a class="primary" href={addressOf({ view: "new-link", itemId: item.id })}>
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

function Thumbnail({ item: { id, name } }: { item: Item }) {
  const { t } = useWording();
  const { client } = useOwner();
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    let made: string | undefined;
    let isGone = false;
    void client.picture("items.thumbnail", { item_id: id, width: 320, height: 200 }).then((picture) => {
      if (picture === undefined || isGone) return;
      made = URL.createObjectURL(picture);
      setAddress(made);
    });
    return () => {
      isGone = true;
      if (made !== undefined) URL.revokeObjectURL(made);
    };
  }, [id]);
  return address === undefined ? (
    <div class="thumbnail" />
  ) : (
    <img class="thumbnail" src={address} alt={t("items.thumbnail", { name })} />
  );
}
