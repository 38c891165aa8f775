import type { Json } from "./openapi-schemas.ts";

/** Who may call a route: the address itself authorizes, a bearer, a client of OpenID Connect, or anyone. */
export type Access = "address" | "bearer" | "client" | "anyone";

/** A route of the document that is no operation. */
export interface Route {
  readonly id: string;
  readonly tag: "map addresses" | "files" | "documents" | "identity" | "service" | "STAC API";
  readonly summary: string;
  readonly access: Access;
  readonly parameters?: readonly Json[];
  readonly requestBody?: Json;
  /** Media types of the answer; none for an answer without a body. */
  readonly types: readonly string[];
  readonly answer?: Json;
  /** Further answers that are no failure. */
  readonly more?: Readonly<Record<string, string>>;
}

/** The schema of a text. */
export const text = { type: "string" } as const;

/** A parameter that is part of the path. */
export function inPath(name: string, description: string, schema: Json = text, example: unknown = "…"): Json {
  return { name, in: "path", required: true, description, schema, example };
}

/** An optional parameter of the query. */
export function inQuery(name: string, description: string, schema: Json, example: unknown): Json {
  return { name, in: "query", required: false, description, schema, example };
}
