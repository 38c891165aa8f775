import { z } from "zod";
import { FIELD_EXAMPLES } from "./field-examples.ts";

/** The members of a JSON Schema that an example depends on. */
export interface ExampleSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly format?: string;
  readonly examples?: readonly unknown[];
  readonly maxItems?: number;
  readonly anyOf?: readonly ExampleSchema[];
  readonly oneOf?: readonly ExampleSchema[];
  readonly allOf?: readonly ExampleSchema[];
  readonly items?: ExampleSchema | boolean;
  readonly prefixItems?: readonly ExampleSchema[];
  readonly properties?: Readonly<Record<string, ExampleSchema>>;
  readonly additionalProperties?: ExampleSchema | boolean;
}

const ID = "0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10";
const TIMES: Readonly<Record<string, string>> = { "date-time": "2026-12-31T23:59:59Z", date: "2026-12-31" };

/**
 * An example of a value of a schema that belongs to a field of this name; undefined where neither the schema
 * nor the examples of fields say what it looks like.
 */
export function exampleOf(schema: ExampleSchema, name: string): unknown {
  const options = (schema.anyOf ?? schema.oneOf ?? []).filter(({ type }) => type !== "null");
  if (schema.const !== undefined) return schema.const;
  if (schema.examples !== undefined) return schema.examples[0];
  const known = (FIELD_EXAMPLES[name] ?? []).find((value) => fits(schema, value));
  if (known !== undefined) return known;
  if (schema.enum !== undefined) return schema.enum[0];
  if (schema.default !== undefined && schema.default !== null && schema.default !== "") return schema.default;
  for (const option of options) {
    const example = exampleOf(option, name);
    if (example !== undefined) return example;
  }
  return exampleOfType(schema, name);
}

function exampleOfType(schema: ExampleSchema, name: string): unknown {
  if (schema.anyOf !== undefined || schema.oneOf !== undefined) return undefined;
  const types = typesOf(schema);
  if (types.includes("object")) return schema.properties === undefined ? {} : objectExample(schema);
  if (types.includes("array")) return arrayExample(schema, name);
  if (types.includes("boolean")) return true;
  if (!types.includes("string")) return types.includes("null") ? null : undefined;
  if (schema.format !== undefined && schema.format in TIMES) return TIMES[schema.format];
  if (/(^|_)id$/.test(name)) return ID;
  if (name.endsWith("_by")) return ID;
  if (name.endsWith("_at")) return TIMES["date-time"];
  return undefined;
}

/** All fields of an object, or these only. */
export function objectExample(schema: ExampleSchema, only?: readonly string[]): Record<string, unknown> {
  const fields = Object.entries(schema.properties ?? {})
    .filter(([name]) => only === undefined || only.includes(name))
    .map(([name, field]) => [name, exampleOf(field, name)] as const);
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
}

function arrayExample({ items, prefixItems, maxItems }: ExampleSchema, name: string): unknown {
  if (prefixItems !== undefined) return prefixItems.map((each) => exampleOf(each, name));
  const example = typeof items === "object" && maxItems !== 0 ? exampleOf(items, name) : undefined;
  return example === undefined ? [] : [example];
}

/** Whether a value is one by a schema; fields with fields of their own are composed of those. */
function fits(schema: ExampleSchema, value: unknown): boolean {
  if (schema.properties !== undefined) return false;
  const { allOf: _references, ...own } = schema;
  return z.fromJSONSchema(own as Parameters<typeof z.fromJSONSchema>[0]).safeParse(value).success;
}

function typesOf({ type }: ExampleSchema): readonly string[] {
  return typeof type === "string" ? [type] : (type ?? ["string", "number", "boolean", "object", "array"]);
}
