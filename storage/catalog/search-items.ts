import type { SearchBox, SearchShape } from "../../core/search/search-shapes.ts";
import type { Predicate } from "../../core/search/predicate.ts";
import type { SearchPosition } from "../../core/search/search-token.ts";
import type { SortTerm } from "../../core/search/sort-order.ts";
import type { TimeInterval } from "../../core/search/time-interval.ts";
import { columnKind } from "../../core/search/predicate.ts";
import type { RasterInfo } from "../../core/rasters/raster-info.ts";
import { rowsWithin } from "../database/rows-within.ts";
import type { Queryable } from "../database/database.ts";
import type { ItemRow } from "./items.ts";
import {
  allOf,
  COLUMNS,
  conditionOf,
  happensDuring,
  touchesBox,
  touchesShapes,
  type Fragment,
} from "./search-conditions.ts";

/** Items that a caller may see, by what they are. */
export interface ItemSearch {
  readonly organizationId: string;
  /** Only those of these projects; undefined: of every project of the organization. */
  readonly projectIds: readonly string[] | undefined;
  /** Only those of these collections, and of these projects those in no collection. */
  readonly groups?: { readonly collections: readonly string[]; readonly uncollectedOf: readonly string[] };
  readonly stacIds?: readonly string[];
  readonly type?: string;
  readonly box?: SearchBox;
  readonly shapes?: readonly SearchShape[];
  readonly interval?: TimeInterval;
  readonly predicates: readonly Predicate[];
}

/** Which page of the items that a search finds. */
export interface SearchPage {
  readonly order: readonly SortTerm[];
  readonly limit: number;
  /** At most {@link MATCHES_COUNTED_MAX}: further ones are reached by `after`. */
  readonly offset: number;
  readonly after?: SearchPosition;
}

/** A file as a search answers it. */
export interface FoundAsset {
  readonly id: string;
  readonly key: string;
  readonly media_type: string;
  readonly bytes: number;
  readonly raster: Pick<RasterInfo, "crs" | "width" | "height" | "bands">;
}

/** An item as a search answers it. */
export type FoundItem = ItemRow & { readonly assets: readonly FoundAsset[] };

/** A page of what a search finds. */
export interface FoundItems {
  readonly items: readonly FoundItem[];
  /** How many there are in all, counted up to {@link MATCHES_COUNTED_MAX}. */
  readonly matched: number;
  /** Where the next page begins; undefined at the end. */
  readonly next: SearchPosition | undefined;
}

/** Matches are counted no further. */
export const MATCHES_COUNTED_MAX = 10_000;

/** A page of the items that a search finds; it ends early when they are large. */
export async function searchItems(
  database: Queryable,
  search: ItemSearch,
  page: SearchPage,
): Promise<FoundItems> {
  const { matched, places } = await findPlaces(database, search, page);
  const shown = places.slice(0, page.limit);
  const items = await readItems(
    database,
    shown.map(({ id }) => id),
  );
  const last = shown[items.length - 1];
  const isMore = last !== undefined && places.length > items.length;
  return { items, matched, next: isMore ? last : undefined };
}

/**
 * Where the items of a page stand, and of one beyond it. Few matches are gathered by the indexes of places,
 * times and properties and sorted; where there are more than are counted, the index of their order finds a
 * page sooner. PostgreSQL cannot know which: it has no statistics of boxes.
 */
async function findPlaces(
  database: Queryable,
  search: ItemSearch,
  page: SearchPage,
): Promise<{ matched: number; places: SearchPosition[] }> {
  const keys = keysOf(database, page.order);
  const paged = database`
    where ${afterOf(database, page)} order by ${orderBy(database, page.order)}
    limit ${page.limit + 1} offset ${page.offset}`;
  const walk = async () =>
    placesOf(
      await database<PlaceRow[]>`
        select id, ${textsOf(database, page.order)} as values from (
          select * from (select items.id ${keys} from items where ${whereOf(database, search, false)}) as found ${paged}
        ) as paged`,
    );
  if (isWhole(search)) return { matched: await countAll(database, search), places: await walk() };
  const gathered = await database<PlaceRow[]>`
    with found as materialized (
      select items.id ${keys} from items where ${whereOf(database, search, true)} limit ${MATCHES_COUNTED_MAX}
    ), total as (select count(*) as matched from found),
    paged as (
      select * from (select * from found where (select matched from total) < ${MATCHES_COUNTED_MAX}) as few ${paged}
    )
    select matched, paged.id, ${textsOf(database, page.order)} as values
    from total left join paged on true`;
  const matched = gathered[0]?.matched ?? 0;
  if (matched < MATCHES_COUNTED_MAX) return { matched, places: placesOf(gathered) };
  return { matched, places: await walk() };
}

/** Whether a search finds all that its caller sees, or whole collections of it. */
function isWhole({ stacIds, type, box, shapes, interval, predicates }: ItemSearch): boolean {
  return [stacIds, type, box, shapes, interval, predicates[0]].every((each) => each === undefined);
}

async function countAll(database: Queryable, search: ItemSearch): Promise<number> {
  const [counted] = await database<{ matched: number }[]>`
    select count(*) as matched from (
      select from items where ${whereOf(database, search, false)} limit ${MATCHES_COUNTED_MAX}
    ) as found`;
  return counted?.matched ?? 0;
}

interface PlaceRow {
  readonly matched?: number;
  readonly id: string | null;
  readonly values: readonly string[];
}

function placesOf(rows: readonly PlaceRow[]): SearchPosition[] {
  return rows.flatMap(({ id, values }) => (id === null ? [] : [{ id, values }]));
}

/** Items in the order of their ids, with their files; as many as fit into an answer. */
async function readItems(database: Queryable, ids: readonly string[]): Promise<FoundItem[]> {
  if (ids.length === 0) return [];
  const ordered = database`
    select items.*, items.owner_organization_id as organization_id, ${assetsOf(database)} as assets
    from unnest(${ids as string[]}::uuid[]) with ordinality as wanted (wanted_id, wanted_place)
    join items on items.id = wanted_id order by wanted_place`;
  return [...(await database<FoundItem[]>`${rowsWithin(database, ordered)}`)];
}

function whereOf(database: Queryable, search: ItemSearch, isSparse: boolean): Fragment {
  const { organizationId, projectIds, groups, stacIds, type, box, shapes, interval, predicates } = search;
  // Either is enough to keep to the organization, and alone lets its own index give the order.
  const within =
    projectIds === undefined
      ? database`items.owner_organization_id = ${organizationId}`
      : oneOf(database, "items.project_id", projectIds);
  const conditions: Fragment[] = [database`items.deleted_at is null and ${within}`];
  if (groups !== undefined) conditions.push(inGroups(database, groups));
  if (stacIds !== undefined) conditions.push(database`items.stac_id = any(${stacIds as string[]})`);
  if (type !== undefined) conditions.push(database`items.type = ${type}`);
  if (box !== undefined) conditions.push(touchesBox(database, box, isSparse));
  if (shapes !== undefined) conditions.push(touchesShapes(database, shapes, isSparse));
  if (interval !== undefined) conditions.push(happensDuring(database, interval, isSparse));
  return allOf(database, [...conditions, ...predicates.map((each) => conditionOf(database, each))]);
}

/** One id alone lets an index give the order. */
function oneOf(database: Queryable, column: string, ids: readonly string[]): Fragment {
  const [only] = ids;
  const name = database.unsafe(column);
  return ids.length === 1 && only !== undefined
    ? database`${name} = ${only}`
    : database`${name} = any(${ids as string[]}::uuid[])`;
}

function inGroups(
  database: Queryable,
  { collections, uncollectedOf }: NonNullable<ItemSearch["groups"]>,
): Fragment {
  const collected = oneOf(database, "items.collection_id", collections);
  const uncollected = database`(items.collection_id is null and ${oneOf(database, "items.project_id", uncollectedOf)})`;
  if (uncollectedOf.length === 0) return collected;
  return collections.length === 0 ? uncollected : database`(${collected} or ${uncollected})`;
}

/** What items are sorted by, as columns `key_0`, `key_1`; what has no value comes last. */
function keysOf(database: Queryable, order: readonly SortTerm[]): Fragment {
  return order.reduce(
    (all, { field, direction }, index) => {
      const column = database.unsafe(COLUMNS[field]);
      const last = database.unsafe(direction === "asc" ? "'Infinity'" : "'-Infinity'");
      const key = columnKind(field) === "number" ? database`coalesce(${column}, ${last}::float8)` : column;
      return database`${all}, ${key} as ${keyOf(database, index)}`;
    },
    database``,
  );
}

function keyOf(database: Queryable, index: number) {
  return database.unsafe(`key_${index}`);
}

/** The keys of a row as texts that PostgreSQL reads again. */
function textsOf(database: Queryable, order: readonly SortTerm[]): Fragment {
  const texts = order.map((_, index) => `paged.key_${index}::text`).join(", ");
  return database`array[${database.unsafe(texts)}]`;
}

function orderBy(database: Queryable, order: readonly SortTerm[]): Fragment {
  const by = order.map(({ direction }, index) => `key_${index} ${direction}`).join(", ");
  return database`${database.unsafe(by)}, id ${database.unsafe(lastDirection(order))}`;
}

/** Ids go with the last field, so that one index holds both. */
function lastDirection(order: readonly SortTerm[]): "asc" | "desc" {
  return order.at(-1)?.direction ?? "desc";
}

/** Whether a row comes after a position: its first key is beyond, or equal and the second is beyond … */
function afterOf(database: Queryable, { order, after }: SearchPage): Fragment {
  if (after === undefined) return database`true`;
  return order.reduceRight(
    (rest, { field, direction }, index) => {
      const key = keyOf(database, index);
      const value = database`${after.values[index] ?? ""}::text::${database.unsafe(TYPES[columnKind(field) ?? "text"])}`;
      const operator = beyond(database, direction);
      // The first comparison alone bounds the part of the index that is read.
      return database`(${key} ${operator}= ${value} and (${key} ${operator} ${value} or ${rest}))`;
    },
    database`id ${beyond(database, lastDirection(order))} ${after.id}::uuid`,
  );
}

const TYPES = { time: "timestamptz", number: "float8", text: "text" } as const;

function beyond(database: Queryable, direction: "asc" | "desc") {
  return database.unsafe(direction === "asc" ? ">" : "<");
}

function assetsOf(database: Queryable): Fragment {
  return database`(
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', assets.id, 'key', assets.key, 'media_type', assets.media_type, 'bytes', assets.bytes,
      'raster', jsonb_build_object('crs', raster -> 'crs', 'width', raster -> 'width', 'height', raster -> 'height',
        'bands', raster -> 'bands')
    ) order by assets.created_at, assets.id), '[]')
    from assets where assets.item_id = items.id
  )`;
}
