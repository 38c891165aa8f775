import { FIELD_EXAMPLES } from "./field-examples.ts";

/** The members of a JSON Schema that an example depends on. */
export interface ExampleSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly examples?: readonly unknown[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly anyOf?: readonly ExampleSchema[];
  readonly oneOf?: readonly ExampleSchema[];
  readonly allOf?: readonly ExampleSchema[];
  readonly items?: ExampleSchema | boolean;
  readonly prefixItems?: readonly ExampleSchema[];
  readonly properties?: Readonly<Record<string, ExampleSchema>>;
  readonly required?: readonly string[];
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

/** Whether a value is of the schema's type and within its limits, as far as an example needs it. */
function fits(schema: ExampleSchema, value: unknown): boolean {
  const options = schema.anyOf ?? schema.oneOf;
  if (options !== undefined) return options.some((option) => fits(option, value));
  if (schema.enum !== undefined) return schema.enum.includes(value);
  if (!typesOf(schema).some((type) => isOfType(value, type))) return false;
  if (typeof value === "string") return fitsText(schema, value);
  if (typeof value === "number") {
    return value >= (schema.minimum ?? -Infinity) && value <= (schema.maximum ?? Infinity);
  }
  if (Array.isArray(value)) return fitsList(schema, value);
  return schema.properties === undefined && fitsRecord(schema, value as Record<string, unknown>);
}

function fitsText({ pattern, minLength = 0, maxLength = Infinity, format }: ExampleSchema, value: string) {
  return (
    value.length >= minLength &&
    value.length <= maxLength &&
    (format === undefined || !(format in TIMES) || !Number.isNaN(Date.parse(value))) &&
    (pattern === undefined || new RegExp(pattern, "u").test(value))
  );
}

function fitsList(schema: ExampleSchema, value: readonly unknown[]): boolean {
  const { items, prefixItems, minItems = 0, maxItems = Infinity } = schema;
  if (value.length < minItems || value.length > maxItems) return false;
  return value.every((each, index) => {
    const item = prefixItems === undefined ? items : prefixItems[index];
    return typeof item !== "object" || fits(item, each);
  });
}

function fitsRecord({ additionalProperties }: ExampleSchema, value: Readonly<Record<string, unknown>>) {
  if (typeof additionalProperties !== "object") return true;
  return Object.values(value).every((each) => fits(additionalProperties, each));
}

function typesOf({ type }: ExampleSchema): readonly string[] {
  return typeof type === "string" ? [type] : (type ?? ["string", "number", "boolean", "object", "array"]);
}

function isOfType(value: unknown, type: string): boolean {
  if (type === "integer") return Number.isInteger(value);
  if (type === "array") return Array.isArray(value);
  if (type === "object") return typeof value === "object" && value !== null && !Array.isArray(value);
  return typeof value === type;
}
