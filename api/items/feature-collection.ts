import { z } from "zod";
import { encodeSearchToken } from "../../core/search/search-token.ts";
import type { FoundItems } from "../../storage/catalog/search-items.ts";
import { itemFeature } from "../stac/item-feature.ts";

/** A page of features as `items.search` and `items.search_org` answer it. */
export const featureCollectionSchema = z.looseObject({
  type: z.string().default("FeatureCollection"),
  features: z.array(z.unknown()),
  numberMatched: z.int().default(0),
  numberReturned: z.int(),
  /** The `token` of the next page. */
  next_token: z.string().nullable(),
});

/** See {@link featureCollectionSchema}. */
export function presentFeatures({ items, matched, next }: FoundItems, base: string) {
  return {
    type: "FeatureCollection",
    features: items.map((item) => itemFeature(item, base)),
    numberMatched: matched,
    numberReturned: items.length,
    next_token: next === undefined ? null : encodeSearchToken(next),
  };
}
