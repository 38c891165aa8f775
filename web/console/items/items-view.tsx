import { useEffect, useState } from "preact/hooks";
import { useWording } from "../../languages/translate.ts";
import type { Collection, Item, PageOf, Project } from "../owned.ts";
import { useAnswer } from "../owner-context.ts";
import { ProjectChoice, useProjects } from "../project-choice.tsx";
import { ItemCard } from "./item-card.tsx";
import { ProjectActions } from "./project-actions.tsx";
import { addressOf } from "../route.ts";
import { Problem } from "../problem.tsx";

const ITEMS_PER_PAGE = 24;

/** The items of a project, each with its picture. */
export function ItemsView() {
  const { t } = useWording();
  const ours = useProjects();
  const { projects, problem, projectId, reload, choose } = ours;
  useEffect(() => {
    document.title = t("items.title");
  }, [t]);
  return (
    <section aria-labelledby="view-title">
      <h1 id="view-title">{t("items.title")}</h1>
      <ProjectChoice {...ours} />
      <Problem text={problem} />
      {projectId === "" ? (
        projects ? (
          <Empty />
        ) : null
      ) : (
        <Items key={projectId} projectId={projectId} projects={projects ?? []} />
      )}
      {projects ? (
        <ProjectActions
          key={projectId}
          project={projects.find(({ id }) => id === projectId)}
          onChanged={(id) => {
            reload();
            choose(id);
          }}
        />
      ) : null}
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

function Items({ projectId, projects }: { projectId: string; projects: readonly Project[] }) {
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
          <ItemCard
            key={item.id}
            item={item}
            collections={groups?.collections ?? []}
            otherProjects={projects.filter(
              ({ id, is_archived: isArchived }) => id !== projectId && !isArchived,
            )}
            onChanged={reload}
          />
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
