import { encodeSearchToken } from "../../core/search/search-token.ts";
import type { StacLink } from "../../core/rasters/stac-item.ts";
import { MATCHES_COUNTED_MAX, type FoundItems } from "../../storage/catalog/search-items.ts";
import type { FileGrants } from "./file-grants.ts";
import { itemFeature } from "./item-feature.ts";

/** The most items of one page of the STAC API. */
export const STAC_LIMIT_MAX = 1_000;

/**
 * A page of features as STAC API has it; `nextLink` makes the link to the next one of its token. More matches
 * than are counted are not numbered.
 */
export function stacPage(
  { items, matched, next }: FoundItems,
  base: string,
  grantOf: FileGrants,
  links: readonly StacLink[],
  nextLink: (token: string) => StacLink,
) {
  return {
    type: "FeatureCollection",
    features: items.map((item) => itemFeature(item, base, grantOf)),
    links: [...links, ...(next === undefined ? [] : [nextLink(encodeSearchToken(next))])],
    ...(matched < MATCHES_COUNTED_MAX ? { numberMatched: matched } : {}),
    numberReturned: items.length,
    next_token: next === undefined ? null : encodeSearchToken(next),
  };
}
