import { z } from "zod";
import { InputError } from "../../core/errors.ts";
import { MATCHES_COUNTED_MAX } from "../../storage/catalog/search-items.ts";
import type { Deps } from "../deps.ts";
import { baseUrlOf, findItems, searchFields } from "../items/search-input.ts";
import { BODY_LIMITS } from "../operations/body-limits.ts";
import { defineOperation } from "../operations/operation.ts";
import { jsonObject, text } from "../operations/schemas.ts";
import { fileGrants } from "./file-grants.ts";
import { rootLink, stacUrls } from "./stac-links.ts";
import { STAC_LIMIT_MAX, stacPage } from "./stac-page.ts";

export const stacSearch = defineOperation({
  id: "stac.search",
  summary: "The item search of the STAC API, over all projects that the caller sees.",
  scope: "items:read",
  sideEffect: "read",
  bearer: "required",
  body: BODY_LIMITS.text,
  inputName: "SearchInput",
  input: z.strictObject({
    base_url: z.string().default(""),
    ...searchFields,
    ids: z.array(text(0, 500)).max(1_000).nullable().optional(),
    sortby: z
      .array(z.strictObject({ field: z.string(), direction: z.string().default("asc") }))
      .nullable()
      .optional(),
    /** A page has at most 1,000 items, and fewer when they are large. */
    limit: z.int().min(1).max(10_000).default(10),
    page: z.int().min(0).default(0),
    query: jsonObject.nullable().optional(),
    filter: jsonObject.nullable().optional(),
    "filter-lang": z.string().nullable().default("cql2-json"),
    intersects: jsonObject.nullable().optional(),
  }),
  outputName: null,
  output: z.looseObject({
    type: z.literal("FeatureCollection"),
    features: z.array(z.unknown()),
    links: z.array(z.record(z.string(), z.unknown())),
    numberMatched: z.int().optional(),
    numberReturned: z.int(),
    next_token: z.string().nullable(),
  }),
  async run(deps: Pick<Deps, "database" | "config" | "clock">, input, { principal, publicUrl }) {
    const base = baseUrlOf(input.base_url, publicUrl);
    if (input.filter && (input["filter-lang"] ?? "cql2-json") !== "cql2-json") {
      throw InputError.at("filter-lang", "must be cql2-json");
    }
    const limit = Math.min(input.limit, STAC_LIMIT_MAX);
    const offset = input.page * limit;
    if (offset > MATCHES_COUNTED_MAX) {
      throw InputError.at("page", `reaches to ${MATCHES_COUNTED_MAX} items; follow the next links beyond`);
    }
    const found = await findItems(deps.database, principal, { ...input, limit, offset });
    const { page: _page, token: _token, ...body } = input;
    return stacPage(found, base, fileGrants(deps, principal), [rootLink(base)], (token) => ({
      rel: "next",
      href: stacUrls.search(base),
      type: "application/geo+json",
      method: "POST",
      body: { ...body, token },
      merge: false,
    }));
  },
});
