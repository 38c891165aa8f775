import { expect, test } from "vitest";
import { FIELD_EXAMPLES } from "../operations/field-examples.ts";
import { FIELD_TEXTS } from "../operations/field-texts.ts";
import { OPERATIONS } from "../operations/registry.ts";
import { REQUEST_EXAMPLES } from "../operations/request-examples.ts";
import { openapiDocument, requestExample } from "./openapi-document.ts";
import { bodyExample, hasFields, jsonSchema } from "./openapi-schemas.ts";
import { z } from "zod";

type Schema = Readonly<Record<string, unknown>> & {
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
};

/** Every field of the document by its path, wherever schemas stand in it. */
function* fieldsOf(value: unknown, path: readonly string[] = []): Generator<[path: string, field: Schema]> {
  if (typeof value !== "object" || value === null) return;
  const { properties } = value as Schema;
  // A field may itself have the name `properties`.
  const isFields = typeof properties === "object" && path.at(-1) !== "properties";
  for (const [name, field] of Object.entries(isFields ? properties : {})) {
    yield [[...path, name].join("/"), field];
  }
  for (const [name, nested] of Object.entries(value)) {
    if (!["example", "examples", "default"].includes(name)) yield* fieldsOf(nested, [...path, name]);
  }
}

const document = openapiDocument() as { paths: Record<string, Record<string, Described>> };
const fields = [...fieldsOf(document)];

interface Described {
  readonly operationId: string;
  readonly description: string;
  readonly "x-resource-path"?: string;
}

test("every field has a description, a sentence for people", () => {
  expect(fields.length).toBeGreaterThan(1_500);
  const bare = fields.filter(([, { description = "" }]) => !/^.{8,}/.test(description)).map(([path]) => path);
  expect(bare).toEqual([]);
});

test("every text and every example is about a field that exists", () => {
  const names = new Set(fields.map(([path]) => path.split("/").at(-1)));
  expect(Object.keys(FIELD_TEXTS).filter((name) => !names.has(name))).toEqual([]);
  expect(Object.keys(FIELD_EXAMPLES).filter((name) => !names.has(name))).toEqual([]);
  const ids = new Set(OPERATIONS.map(({ id }) => id));
  expect(Object.keys(REQUEST_EXAMPLES).filter((id) => !ids.has(id))).toEqual([]);
});

test("every field without fields of its own has an example", () => {
  const bare = fields.filter(
    ([, field]) => !hasFields(field) && !("const" in field) && !field.examples?.length,
  );
  expect(bare.map(([path]) => path.split("/").at(-1))).toEqual([]);
});

test("every example of a field is one by the field's own schema", () => {
  const wrong = fields.flatMap(([path, { examples = [], ...schema }]) => {
    if (hasFields(schema)) return [];
    const checked = z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]);
    return examples
      .filter((example) => !checked.safeParse(example).success)
      .map((example) => [path, example]);
  });
  expect(wrong).toEqual([]);
});

test.each(OPERATIONS.map((operation) => [operation.id, operation] as const))(
  "the example call of %s is accepted by its schema, and so is its answer",
  (id, operation) => {
    expect(
      operation.input.safeParse(requestExample(id, jsonSchema(operation.input, "input", id))).error?.issues ??
        [],
    ).toEqual([]);
    if (operation.output === "binary") return;
    const answer = bodyExample(jsonSchema(operation.output, "output", id));
    expect(operation.output.safeParse(answer).error?.issues ?? []).toEqual([]);
  },
);

test("every operation stands there once, and names its other address", () => {
  const described = Object.values(document.paths).flatMap((methods) => Object.values(methods));
  const ids = described.map(({ operationId }) => operationId);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { id } of OPERATIONS) {
    expect(document.paths[`/v1/op/${id}`]?.["post"]).toMatchObject({
      operationId: id,
      "x-resource-path": `/v1/${id.replaceAll(".", "/")}`,
      description: expect.stringMatching(/^.{20,}/),
    });
  }
});
