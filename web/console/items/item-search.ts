import type { Bounds } from "../../client/shared-map.ts";
import type { Item } from "../owned.ts";

/** What the list of images is narrowed to. */
export interface ItemFilter {
  readonly name: string;
  /** Days as `2026-05-01`; empty for an open end. */
  readonly from: string;
  readonly to: string;
  readonly isInAllProjects: boolean;
  readonly area: Bounds | undefined;
}

/** All images of the project. */
export const NO_FILTER: ItemFilter = { name: "", from: "", to: "", isInAllProjects: false, area: undefined };

/** Whether it leaves out anything, or finds more than the project has. */
export function isNarrow({ name, from, to, isInAllProjects, area }: ItemFilter): boolean {
  return name.trim() !== "" || from !== "" || to !== "" || isInAllProjects || area !== undefined;
}

/** An item as a search answers it, as far as the console reads it. */
export interface ItemFeature {
  readonly collection?: string;
  readonly bbox?: Bounds;
  readonly properties: {
    readonly "geopera:item_id": string;
    readonly "geopera:project_id": string;
    readonly title: string;
    readonly created: string;
  };
}

/** The most items that a list or a search answers at once. */
export const ITEMS_MAX = 1_000;

/** The call that lists the first images of a project, or finds them. */
export function itemsCall(
  projectId: string,
  filter: ItemFilter,
  limit: number,
): readonly [operation: string, input: object] {
  const { name, from, to, isInAllProjects, area } = filter;
  const project = { project_id: projectId };
  if (filter === NO_FILTER) return ["items.list", { ...project, limit }];
  const search = {
    limit,
    ...(name.trim() === "" ? {} : { query: { title: { contains: name.trim() } } }),
    ...(from === "" && to === "" ? {} : { datetime: `${from || ".."}/${to || ".."}` }),
    ...(area === undefined ? {} : { bbox: area }),
    sortby: [{ field: "created", direction: "desc" }],
  };
  return isInAllProjects ? ["items.search_org", search] : ["items.search", { ...project, ...search }];
}

/** What either call answers. */
export type ItemsAnswer =
  | { readonly items: readonly Item[]; readonly total: number; readonly next_offset: number | null }
  | {
      readonly features: readonly ItemFeature[];
      readonly numberMatched: number;
      readonly next_token: string | null;
    };

/** Images that are shown, of how many. */
export interface ItemsPage {
  readonly items: readonly Item[];
  readonly count: number;
  readonly hasMore: boolean;
}

/** Before there is an answer. */
export const NO_ITEMS: ItemsPage = { items: [], count: 0, hasMore: false };

/** The images of an answer, and whether there are more. */
export function itemsIn(answer: ItemsAnswer): ItemsPage {
  if ("items" in answer) {
    return { items: answer.items, count: answer.total, hasMore: answer.next_offset !== null };
  }
  const { features, numberMatched: count, next_token: next } = answer;
  return { items: features.map(itemOf), count, hasMore: next !== null };
}

function itemOf({ collection, bbox, properties }: ItemFeature): Item {
  const projectId = properties["geopera:project_id"];
  return {
    id: properties["geopera:item_id"],
    project_id: projectId,
    // A project's id stands for its items without collection.
    collection_id: collection === projectId ? null : (collection ?? null),
    name: properties.title,
    created_at: properties.created,
    bbox: bbox ?? null,
  };
}
