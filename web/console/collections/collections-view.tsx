import { useEffect, useState } from "preact/hooks";
import { useWording } from "../../languages/translate.ts";
import { Confirm } from "../confirm.tsx";
import { describeAnswer } from "../describe-answer.ts";
import { useChanges } from "../organization/use-changes.ts";
import type { Collection, PageOf } from "../owned.ts";
import { useAnswer, useOwner } from "../owner-context.ts";
import { ProjectChoice, useProjects } from "../project-choice.tsx";
import { addressOf } from "../route.ts";
import { TextField } from "../text-field.tsx";
import { Thumbnail } from "../thumbnail.tsx";

/** The collections of a project: each is one map of several images. */
export function CollectionsView() {
  const { t } = useWording();
  const ours = useProjects();
  useEffect(() => {
    document.title = t("collections.title");
  }, [t]);
  return (
    <section aria-labelledby="view-title">
      <h1 id="view-title">{t("collections.title")}</h1>
      <p>{t("collections.text")}</p>
      <ProjectChoice {...ours} />
      <p class="problem" role="alert">
        {ours.problem}
      </p>
      {ours.projectId === "" ? null : <Collections key={ours.projectId} projectId={ours.projectId} />}
    </section>
  );
}

function Collections({ projectId }: { projectId: string }) {
  const { t } = useWording();
  const { value, problem, reload } = useAnswer<{ collections: readonly Collection[] }>("collections.list", {
    project_id: projectId,
  });
  const { change, refusal } = useChanges(reload);
  const [name, setName] = useState("");
  const create = async () => {
    const made = await change("collections.create", { project_id: projectId, name: name.trim() });
    if (made !== undefined) setName("");
  };
  return (
    <>
      <form
        class="inline-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void create();
        }}
      >
        <TextField id="collection-name" label={t("collections.name")} value={name} onInput={setName} />
        <button type="submit" class="quiet">
          {t("collections.create")}
        </button>
      </form>
      <p class="problem" role="alert">
        {problem || refusal}
      </p>
      {value?.collections.length === 0 ? <p class="empty">{t("collections.none")}</p> : null}
      <ul class="cards">
        {(value?.collections ?? []).map((collection) => (
          <CollectionCard key={collection.id} collection={collection} onChanged={reload} />
        ))}
      </ul>
    </>
  );
}

function CollectionCard({ collection, onChanged }: { collection: Collection; onChanged: () => void }) {
  const wording = useWording();
  const { t } = wording;
  const { call } = useOwner();
  const [question, setQuestion] = useState<string>();
  const [problem, setProblem] = useState("");
  const { id, project_id: projectId, name, item_count: count } = collection;
  const ask = async () => {
    const links = await call<PageOf>("share.link.list", { target_id: id, limit: 1 });
    setQuestion(t("collections.deleteSure", { name, links: links.ok ? links.value.total : "?" }));
  };
  const remove = async () => {
    setQuestion(undefined);
    const answer = await call("collections.delete", { project_id: projectId, collection_id: id });
    if (answer.ok) onChanged();
    else setProblem(describeAnswer(answer, wording));
  };
  return (
    <li class="item-card">
      {count > 0 ? (
        <Thumbnail operation="collections.thumbnail" input={{ collection_id: id }} name={name} />
      ) : (
        <div class="thumbnail" />
      )}
      <h2>{name}</h2>
      <p class="row-detail">{t("collections.images", { count })}</p>
      <p class="actions">
        {count === 0 ? (
          <a class="quiet" href={addressOf({ view: "items" })}>
            {t("collections.fill")}
          </a>
        ) : (
          <a class="primary" href={addressOf({ view: "new-link", target: "collection", id, projectId })}>
            {t("items.share")}
          </a>
        )}
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
