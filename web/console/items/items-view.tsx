import { useEffect, useState } from "preact/hooks";
import { useWording } from "../../languages/translate.ts";
import type { Collection, Project } from "../owned.ts";
import { useAnswer } from "../owner-context.ts";
import { ProjectChoice, useProjects } from "../project-choice.tsx";
import { cardIdOf, ItemCard } from "./item-card.tsx";
import { ItemFilters } from "./item-filters.tsx";
import {
  isNarrow,
  ITEMS_MAX,
  itemsCall,
  itemsIn,
  NO_FILTER,
  NO_ITEMS,
  type ItemFilter,
  type ItemsAnswer,
} from "./item-search.ts";
import { ItemsMap } from "./items-map.tsx";
import { ProjectActions } from "./project-actions.tsx";
import { addressOf } from "../route.ts";
import { Problem } from "../problem.tsx";

const ITEMS_PER_PAGE = 24;

/** The items of a project, each with its picture, beside a map of where they are. */
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
  const [filter, setFilter] = useState(NO_FILTER);
  const [lit, setLit] = useState<string>();
  const [sought, setSought] = useState<{ readonly id: string }>();
  const { value: groups } = useAnswer<{ collections: readonly Collection[] }>("collections.list", {
    project_id: projectId,
  });
  const { value, problem, reload } = useAnswer<ItemsAnswer>(...itemsCall(projectId, filter, limit));
  const { items, count, hasMore } = value ? itemsIn(value) : NO_ITEMS;
  if (value && items.length === 0 && filter === NO_FILTER) return <Empty />;
  const narrow = (to: ItemFilter) => {
    setLimit(ITEMS_PER_PAGE);
    setFilter(isNarrow(to) ? to : NO_FILTER);
  };
  const extents = items.flatMap(({ id, bbox }) => (bbox ? [{ id, bounds: bbox }] : []));
  return (
    <>
      <ItemFilters filter={filter} hasOtherProjects={projects.length > 1} onFilter={narrow} />
      <Problem text={problem} />
      <div class="items-with-map">
        <ItemsMap
          extents={extents}
          lit={lit}
          sought={sought}
          isOfArea={filter.area !== undefined}
          onPoint={setLit}
          onChoose={(id) => {
            setSought({ id });
            document.getElementById(cardIdOf(id))?.scrollIntoView({ block: "nearest" });
          }}
          onArea={(area) => narrow({ ...filter, area })}
        />
        <div>
          <p class="row-detail" role="status">
            {value && filter !== NO_FILTER ? t("items.found", { count }) : ""}
          </p>
          <ul class="cards">
            {items.map((item) => (
              <ItemCard
                key={item.id}
                item={item}
                collections={item.project_id === projectId ? (groups?.collections ?? []) : []}
                otherProjects={projects.filter(
                  ({ id, is_archived: isArchived }) => id !== item.project_id && !isArchived,
                )}
                isLit={item.id === lit}
                onLight={setLit}
                onSeek={() => setSought({ id: item.id })}
                onChanged={reload}
              />
            ))}
          </ul>
          {hasMore && limit < ITEMS_MAX ? (
            <button
              type="button"
              class="quiet"
              onClick={() => setLimit(Math.min(ITEMS_MAX, limit + ITEMS_PER_PAGE))}
            >
              {t("action.more")}
            </button>
          ) : null}
        </div>
      </div>
    </>
  );
}
