import { z } from "zod";
import { exampleOf, objectExample, type ExampleSchema } from "../operations/examples.ts";
import { fieldText } from "../operations/field-texts.ts";

/** A JSON document, or a part of one. */
export type Json = Record<string, unknown>;

/** Keywords of JSON Schema whose values are schemas, or lists of them. */
const NESTED = ["items", "additionalProperties", "anyOf", "oneOf", "allOf", "prefixItems"] as const;

/** What zod writes where an integer has no limit. */
const SAFE = Number.MAX_SAFE_INTEGER;

/** The JSON Schema of a zod schema, with a description and an example of every field. */
export function jsonSchema(schema: z.ZodType, io: "input" | "output", operationId: string): Json {
  const { $schema: _dialect, ...document } = z.toJSONSchema(schema, {
    io,
    unrepresentable: "any",
    override: ({ jsonSchema: written }) => tidy(written),
  });
  return withTexts(document, operationId);
}

/**
 * Takes away limits that say nothing and patterns that a format says in a word, and writes tuples and records of
 * known keys as tools for OpenAPI read them.
 */
function tidy(schema: z.core.JSONSchema.BaseSchema): void {
  if (schema.minimum === -SAFE) delete schema.minimum;
  if (schema.maximum === SAFE) delete schema.maximum;
  if (schema.format === "date-time" || schema.format === "date") delete schema.pattern;
  const { prefixItems, propertyNames, required } = schema;
  if (prefixItems !== undefined) {
    const kinds = prefixItems.filter((each) => typeof each === "object");
    const [first = {}, ...others] = new Map(kinds.map((each) => [JSON.stringify(each), each])).values();
    schema.items = others.length === 0 ? first : { anyOf: [first, ...others] };
    schema.minItems = schema.maxItems = prefixItems.length;
  }
  if (typeof propertyNames === "object" && propertyNames.enum !== undefined && required !== undefined) {
    const value = schema.additionalProperties as z.core.JSONSchema.BaseSchema;
    schema.properties = Object.fromEntries(required.map((key) => [key, { ...value }]));
    schema.additionalProperties = false;
    delete schema.propertyNames;
  }
}

/** Gives every field a description and an example; those that its schema has stay. */
export function withTexts(schema: Json, operationId: string): Json {
  const described = { ...schema };
  for (const keyword of NESTED) {
    const nested = described[keyword];
    if (Array.isArray(nested))
      described[keyword] = nested.map((each) => withTexts(each as Json, operationId));
    else if (isSchema(nested)) described[keyword] = withTexts(nested, operationId);
  }
  const { properties } = described;
  if (!isSchema(properties)) return described;
  const fields = Object.entries(properties).map(([name, field]) => [
    name,
    withText(name, field as Json, operationId),
  ]);
  return { ...described, properties: Object.fromEntries(fields) as Json };
}

function withText(name: string, field: Json, operationId: string): Json {
  const description = fieldText(name, operationId);
  const text = description === undefined ? {} : { description };
  const described: Json = { ...text, ...withTexts(field, operationId) };
  if ("examples" in described || hasFields(described)) return described;
  const example = exampleOf(described, name);
  return example === undefined ? described : { ...described, examples: [example] };
}

/** Whether fields inside it, which have examples of their own, say what it looks like. */
export function hasFields(schema: ExampleSchema): boolean {
  const { items, properties, anyOf = [], oneOf = [], allOf = [], additionalProperties } = schema;
  if (properties !== undefined || schema.$ref !== undefined) return true;
  if (typeof items === "object" && hasFields(items)) return true;
  if (typeof additionalProperties === "object" && hasFields(additionalProperties)) return true;
  return [...anyOf, ...oneOf, ...allOf].some(hasFields);
}

/** A body as an example: all fields of an answer, or those of an input that are asked for. */
export function bodyExample(schema: Json, only?: readonly string[]): unknown {
  const { properties } = schema as ExampleSchema;
  return properties === undefined ? exampleOf(schema, "") : objectExample(schema, only);
}

function isSchema(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
