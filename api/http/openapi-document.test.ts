import { expect, test } from "vitest";
import { FIELD_TEXTS } from "../operations/field-texts.ts";
import { openapiDocument } from "./openapi-document.ts";

interface Schema {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
}

/** Every field of the document by its path, wherever schemas stand in it. */
function* fieldsOf(value: unknown, path: readonly string[] = []): Generator<[path: string, field: Schema]> {
  if (typeof value !== "object" || value === null) return;
  const { properties } = value as Schema;
  const isFields = typeof properties === "object" && path.at(-1) !== "properties";
  for (const [name, field] of Object.entries(isFields ? properties : {})) {
    yield [[...path, name].join("/"), field];
  }
  for (const [name, nested] of Object.entries(value)) yield* fieldsOf(nested, [...path, name]);
}

const document = openapiDocument();

test("every field has a description, a sentence for people", () => {
  const fields = [...fieldsOf(document)];
  expect(fields.length).toBeGreaterThan(2_000);
  const bare = fields.filter(([, { description = "" }]) => !/^.{8,}/.test(description)).map(([path]) => path);
  expect(bare).toEqual([]);
});

test("every text is about a field that exists", () => {
  const names = new Set([...fieldsOf(document)].map(([path]) => path.split("/").at(-1)));
  expect(Object.keys(FIELD_TEXTS).filter((name) => !names.has(name))).toEqual([]);
});
