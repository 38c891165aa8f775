import { z } from "zod";
import type { Principal } from "../../core/access/access.ts";
import { InputError } from "../../core/errors.ts";
import { isId } from "../../core/ids.ts";
import { parseSortOrder } from "../../core/search/sort-order.ts";
import { searchBox, searchShapes } from "../../core/search/search-shapes.ts";
import { decodeSearchToken } from "../../core/search/search-token.ts";
import { parseStacQuery } from "../../core/search/stac-query.ts";
import { parseCql2Filter } from "../../core/search/cql2-filter.ts";
import { isStorableText } from "../../core/storable-text.ts";
import { parseTimeInterval } from "../../core/search/time-interval.ts";
import { keepProjectIds, listMemberProjectIds } from "../../storage/catalog/projects.ts";
import {
  MATCHES_COUNTED_MAX,
  searchItems,
  type FoundItems,
  type ItemSearch,
} from "../../storage/catalog/search-items.ts";
import type { Queryable } from "../../storage/database/database.ts";
import { jsonObject, text } from "../operations/schemas.ts";
import { ITEM_TYPES } from "./present-item.ts";

/** A `bbox` of STAC: four numbers, or six with heights. */
export const searchBbox = z
  .array(z.number())
  .max(6)
  .refine((box) => box.length === 4 || box.length === 6, { message: "must be [west, south, east, north]" })
  .refine(isSearchBox, { message: "must lie within -180..180 and -90..90, south below north" });

function isSearchBox(box: readonly number[]): boolean {
  const [west = NaN, south = NaN, east = NaN, north = NaN] =
    box.length === 6 ? [box[0], box[1], box[3], box[4]] : box;
  return Math.abs(west) <= 180 && Math.abs(east) <= 180 && south >= -90 && north <= 90 && south <= north;
}

/** Which items a search finds, in every search. */
export const searchFields = {
  bbox: searchBbox.nullable().optional(),
  datetime: z.string().max(100).nullable().optional(),
  collections: z.array(text(0, 100)).max(200).nullable().optional(),
  /** Where the next page begins, from the page before. */
  token: z.string().max(4_000).nullable().optional(),
};

/** What the search operations of items take besides. */
export const itemSearchFields = {
  ...searchFields,
  limit: z.int().min(1).max(1_000).default(100),
  offset: z.int().min(0).max(MATCHES_COUNTED_MAX).default(0),
  type: z.enum(ITEM_TYPES).nullable().optional(),
  query: jsonObject.nullable().optional(),
  sortby: z.array(z.record(z.string(), z.string())).nullable().optional(),
  /** Features are GeoJSON, which are STAC items. */
  format: z.string().nullable().optional(),
  base_url: z.string().nullable().optional(),
};

/** What a search is made of, however it was written. */
export interface SearchInput {
  readonly bbox?: readonly number[] | null | undefined;
  readonly intersects?: Readonly<Record<string, unknown>> | null | undefined;
  readonly datetime?: string | null | undefined;
  readonly collections?: readonly string[] | null | undefined;
  readonly ids?: readonly string[] | null | undefined;
  readonly type?: string | null | undefined;
  readonly query?: Readonly<Record<string, unknown>> | null | undefined;
  readonly filter?: Readonly<Record<string, unknown>> | null | undefined;
  readonly sortby?: readonly Readonly<Record<string, string>>[] | null | undefined;
  readonly token?: string | null | undefined;
  readonly limit: number;
  readonly offset: number;
}

/**
 * The items that a caller may see and that fit, in one project or in all. A user sees the projects that the
 * user is a member of; keys and administrators see all of the organization.
 */
export async function findItems(
  database: Queryable,
  principal: Principal,
  input: SearchInput,
  projectId?: string,
): Promise<FoundItems> {
  const order = parseSortOrder(input.sortby);
  const search: ItemSearch = {
    organizationId: principal.organizationId,
    projectIds: projectId === undefined ? await visibleProjectIds(database, principal) : [projectId],
    ...(input.collections ? { groups: await groupsOf(database, input.collections) } : {}),
    // PostgreSQL cannot even compare with what it cannot store.
    ...(input.ids ? { stacIds: input.ids.filter(isStorableText) } : {}),
    ...(input.type ? { type: input.type } : {}),
    ...areaOf(input),
    ...(input.datetime ? { interval: parseTimeInterval(input.datetime) } : {}),
    predicates: [
      ...(input.query ? [parseStacQuery(input.query) ?? []].flat() : []),
      ...(input.filter ? [parseCql2Filter(input.filter)] : []),
    ],
  };
  const page = {
    order,
    limit: input.limit,
    offset: input.offset,
    ...(input.token ? { after: decodeSearchToken(input.token, order), offset: 0 } : {}),
  };
  return await searchItems(database, search, page);
}

/** The projects that a caller sees; undefined for all of the organization. */
export async function visibleProjectIds(
  database: Queryable,
  principal: Principal,
): Promise<readonly string[] | undefined> {
  if (principal.type === "api_key" || principal.isOrganizationAdmin) return undefined;
  return await listMemberProjectIds(database, principal.id);
}

function areaOf({ bbox, intersects }: SearchInput): Pick<ItemSearch, "box" | "shapes"> {
  if (bbox && intersects) throw InputError.at("intersects", "cannot be combined with bbox");
  if (intersects) return { shapes: searchShapes(intersects, "intersects") };
  const box = bbox ? searchBox(bbox) : undefined;
  return box === undefined ? {} : { box };
}

/** A project's id stands for its items without collection. */
async function groupsOf(database: Queryable, named: readonly string[]) {
  const ids = named.filter((id) => isId(id));
  const uncollectedOf = await keepProjectIds(database, ids);
  return { collections: ids.filter((id) => !uncollectedOf.includes(id)), uncollectedOf };
}

/** The `base_url` of an input as the beginning of URLs. */
export function baseUrlOf(baseUrl: string | null | undefined, publicUrl: string): string {
  const base = baseUrl || publicUrl;
  if (!/^https?:\/\/[^\s<>"]{1,2000}$/.test(base)) {
    throw InputError.at("base_url", "must be an http or https URL");
  }
  return base.replace(/\/+$/, "");
}

/** Throws an InputError for a format that features are not answered in. */
export function requireGeoJson(format: string | null | undefined): void {
  if (!format || ["geojson", "stac", "json"].includes(format.toLowerCase())) return;
  throw InputError.at("format", "must be geojson");
}
