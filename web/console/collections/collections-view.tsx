import { useEffect, useState } from "preact/hooks";
import { useWording } from "../../languages/translate.ts";
import { countLinksTo } from "../count-links.ts";
import { DangerButton } from "../danger-button.tsx";
import { useChanges } from "../use-changes.ts";
import type { Collection } from "../owned.ts";
import { useAnswer, useOwner } from "../owner-context.ts";
import { ProjectChoice, useProjects } from "../project-choice.tsx";
import { addressOf } from "../route.ts";
import { TextField } from "../text-field.tsx";
import { Thumbnail } from "../thumbnail.tsx";
import { Problem } from "../problem.tsx";
import { Form } from "../form.tsx";

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
      <Problem text={ours.problem} />
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
      <Form kind="inline-form" onSubmit={create}>
        <TextField id="collection-name" label={t("collections.name")} value={name} onInput={setName} />
        <button type="submit" class="quiet">
          {t("collections.create")}
        </button>
      </Form>
      <Problem text={problem || refusal} />
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
  const { t } = useWording();
  const { call } = useOwner();
  const { change, refusal } = useChanges(onChanged);
  const { id, project_id: projectId, name, item_count: count } = collection;
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
        <DangerButton
          label={t("items.delete")}
          question={async () => t("collections.deleteSure", { name, links: await countLinksTo(call, id) })}
          onPress={async () =>
            await change("collections.delete", { project_id: projectId, collection_id: id })
          }
        />
      </p>
      <Problem text={refusal} />
    </li>
  );
}
