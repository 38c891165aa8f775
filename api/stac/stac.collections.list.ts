import { z } from "zod";
import type { Deps } from "../deps.ts";
import { baseUrlOf } from "../items/search-input.ts";
import { defineOperation } from "../operations/operation.ts";
import { COLLECTIONS_MAX, findStacCollections } from "./find-stac-collections.ts";

export const stacCollectionsList = defineOperation({
  id: "stac.collections.list",
  summary: "The collections of the STAC API: those of all projects that the caller sees.",
  scope: "items:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "src__operations__stac__reads__CollectionsListInput",
  input: z.strictObject({
    base_url: z.string().default(""),
    limit: z.int().min(1).max(COLLECTIONS_MAX).default(COLLECTIONS_MAX),
    token: z.string().max(100).nullable().optional(),
  }),
  outputName: null,
  output: z.looseObject({
    collections: z.array(z.record(z.string(), z.unknown())),
    links: z.array(z.record(z.string(), z.unknown())),
    /** The `token` of the next page. */
    next_token: z.string().nullable(),
  }),
  async run({ database }: Pick<Deps, "database">, { base_url, limit, token }, { principal, publicUrl }) {
    const base = baseUrlOf(base_url, publicUrl);
    return await findStacCollections(database, principal, { base, limit, token: token ?? undefined });
  },
});
