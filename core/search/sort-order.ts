import { InputError } from "../errors.ts";
import { fieldOf, SORT_FIELDS } from "./predicate.ts";

/** A field that items are sorted by. */
export interface SortTerm {
  readonly field: (typeof SORT_FIELDS)[number];
  readonly direction: "asc" | "desc";
}

/** The newest data first. */
const DEFAULT_ORDER: readonly SortTerm[] = [{ field: "datetime", direction: "desc" }];

const TERMS_MAX = 3;

/** Other names of sortable fields. */
const ALIASES: Readonly<Record<string, SortTerm["field"]>> = {
  name: "title",
  cloud_cover: "eo:cloud_cover",
  created_at: "created",
  updated_at: "updated",
};

/** Reads a `sortby`: `[{"field": "datetime", "direction": "desc"}]`; throws an InputError. */
export function parseSortOrder(
  terms: readonly Readonly<Record<string, string>>[] | null | undefined,
): readonly SortTerm[] {
  if (terms === null || terms === undefined || terms.length === 0) return DEFAULT_ORDER;
  if (terms.length > TERMS_MAX) throw InputError.at("sortby", `must name at most ${TERMS_MAX} fields`);
  return terms.map((term, index) => {
    const path = `sortby.${index}`;
    const unknown = Object.keys(term).find((key) => key !== "field" && key !== "direction");
    if (unknown !== undefined) throw InputError.at(path, "has the fields field and direction");
    const name = fieldOf(term["field"], `${path}.field`);
    const plain = Object.hasOwn(ALIASES, name) ? ALIASES[name] : name;
    const field = SORT_FIELDS.find((each) => each === plain);
    if (field === undefined) throw InputError.at(`${path}.field`, `must be one of ${SORT_FIELDS.join(", ")}`);
    const direction = (term["direction"] ?? "asc").toLowerCase();
    if (direction === "asc" || direction === "desc") return { field, direction };
    throw InputError.at(`${path}.direction`, "must be asc or desc");
  });
}

/** A `sortby` of a URL: `-datetime,+id`. */
export function sortOrderText(text: string): Readonly<Record<string, string>>[] {
  return text
    .split(",")
    .map((each) => each.trim())
    .filter((each) => each !== "")
    .map((each) => ({
      field: each.replace(/^[+-]/, ""),
      direction: each.startsWith("-") ? "desc" : "asc",
    }));
}
