import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { JsonSchema } from "./json-schema.ts";

/** The members of docs/openapi.json that clients are made from. */
export interface OpenapiDocument {
  readonly paths: Readonly<Record<string, { readonly post?: DescribedOperation }>>;
  readonly tags?: readonly { readonly name: string; readonly description: string }[];
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> };
}

/** One `post` of the document. */
export interface DescribedOperation {
  readonly operationId: string;
  readonly summary: string;
  readonly "x-required-scope": string;
  readonly "x-side-effect": string;
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
}

/** Bodies by content type. */
export type Content = Readonly<
  Record<string, { readonly schema?: JsonSchema; readonly example?: Readonly<Record<string, unknown>> }>
>;

/** Reads the committed document. */
export async function readOpenapiDocument(root: string): Promise<OpenapiDocument> {
  return JSON.parse(await readFile(join(root, "docs", "openapi.json"), "utf8")) as OpenapiDocument;
}
