import type { JsonSchema, Literal } from "./json-schema.ts";
import type { SchemaNames } from "./schema-names.ts";

/** A type as every client's language can say it. */
export type Shape =
  /** Text; `known` are values to choose from, where the contract takes others, too. */
  | { readonly kind: "string"; readonly known?: readonly string[] }
  | { readonly kind: "integer" | "number" | "boolean" | "null" | "unknown" }
  | { readonly kind: "literals"; readonly values: readonly Literal[] }
  | { readonly kind: "array"; readonly items: Shape }
  | { readonly kind: "record"; readonly values: Shape }
  | { readonly kind: "object"; readonly fields: readonly Field[]; readonly open: boolean }
  | { readonly kind: "union"; readonly options: readonly Shape[] }
  | { readonly kind: "named"; readonly name: string };

/** A field of an object. */
export interface Field {
  readonly name: string;
  readonly shape: Shape;
  readonly required: boolean;
  readonly description: string | undefined;
  /** Whether its text is a time (RFC 3339). */
  readonly isTime: boolean;
  /** What the server takes where the field is left out. */
  readonly default: unknown;
}

const PLAIN = ["integer", "number", "boolean", "null"] as const;

/** The shape that a schema describes; objects that have a name of their own become references to it. */
export function shapeOf(schema: JsonSchema, names: SchemaNames): Shape {
  const name = names.of(schema);
  return name === undefined ? bodyShapeOf(schema, names) : { kind: "named", name };
}

/** The shape behind a name: as {@link shapeOf}, but the outermost object is spelled out. */
export function bodyShapeOf(schema: JsonSchema, names: SchemaNames): Shape {
  if (schema.const !== undefined) return { kind: "literals", values: [schema.const] };
  if (schema.enum !== undefined) return { kind: "literals", values: schema.enum };
  const options = schema.anyOf ?? schema.oneOf;
  if (options !== undefined) return unionOf(options.map((option) => shapeOf(option, names)));
  if (schema.allOf !== undefined) {
    const [only, ...others] = schema.allOf;
    if (only === undefined || others.length > 0)
      throw new Error("allOf of several schemas is not understood");
    return shapeOf(only, names);
  }
  const types = typeof schema.type === "string" ? [schema.type] : (schema.type ?? []);
  if (types.length === 0) return { kind: "unknown" };
  return unionOf(types.map((type) => shapeOfType(type, schema, names)));
}

function shapeOfType(type: string, schema: JsonSchema, names: SchemaNames): Shape {
  if (type === "array") return { kind: "array", items: shapeOf(schema.items ?? {}, names) };
  if (type === "object") return objectShapeOf(schema, names);
  if (type === "string") return { kind: "string", ...knownValues(schema) };
  const plain = PLAIN.find((candidate) => candidate === type);
  if (plain === undefined) throw new Error(`the type ${type} is not understood`);
  return { kind: plain };
}

/** Several examples of a text are the values to choose from. */
function knownValues({ examples = [] }: JsonSchema): { known?: readonly string[] } {
  const known = examples.filter((example) => typeof example === "string");
  return known.length > 1 ? { known } : {};
}

function objectShapeOf(schema: JsonSchema, names: SchemaNames): Shape {
  const { properties = {}, required = [], additionalProperties = true } = schema;
  const entries = Object.entries(properties);
  if (entries.length === 0 && additionalProperties !== false) {
    const values = additionalProperties === true ? {} : additionalProperties;
    return { kind: "record", values: shapeOf(values, names) };
  }
  const fields = entries.map(([name, field]): Field => ({
    name,
    shape: shapeOf(field, names),
    required: required.includes(name),
    description: field.description,
    isTime: [field, ...(field.anyOf ?? [])].some(({ format }) => format === "date-time"),
    default: field.default,
  }));
  return { kind: "object", fields, open: additionalProperties !== false };
}

function unionOf(options: readonly Shape[]): Shape {
  const [only, ...others] = options;
  if (only !== undefined && others.length === 0) return only;
  return { kind: "union", options };
}
