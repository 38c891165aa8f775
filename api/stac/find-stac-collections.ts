import type { Principal } from "../../core/access/access.ts";
import { InputError } from "../../core/errors.ts";
import { isId } from "../../core/ids.ts";
import { listStacCollections } from "../../storage/catalog/stac-collections.ts";
import type { Queryable } from "../../storage/database/database.ts";
import { visibleProjectIds } from "../items/search-input.ts";
import { stacCollection } from "./stac-collection.ts";
import { jsonLink, rootLink, stacUrls } from "./stac-links.ts";

/** The collections of one page. */
export const COLLECTIONS_MAX = 100;

/** A page of the collections that a caller sees, after the one that `token` names. */
export async function findStacCollections(
  database: Queryable,
  principal: Principal,
  {
    base,
    limit,
    token,
  }: { readonly base: string; readonly limit: number; readonly token: string | undefined },
) {
  if (token !== undefined && !isId(token)) {
    throw InputError.at("token", "is none of this list: take it from the page before");
  }
  const scope = {
    organizationId: principal.organizationId,
    projectIds: await visibleProjectIds(database, principal),
  };
  const rows = await listStacCollections(database, scope, { limit: limit + 1, afterId: token });
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  const url = stacUrls.collections(base);
  return {
    collections: shown.map((row) => stacCollection(row, base)),
    links: [
      jsonLink("self", url),
      rootLink(base),
      ...(last === undefined ? [] : [jsonLink("next", `${url}?limit=${limit}&token=${last.id}`)]),
    ],
    next_token: last?.id ?? null,
  };
}
