import fc from "fast-check";
import { z } from "zod";
import type { Operation } from "../../api/operations/operation.ts";

/** A JSON Schema as zod writes it. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
}

/** Ids and secrets that exist, by the name of the field that takes them. */
export type KnownValues = Readonly<Record<string, readonly string[]>>;

/** The schema of an operation's input, as clients see it. */
export function inputSchemaOf(operation: Operation): Schema {
  return z.toJSONSchema(operation.input, { io: "input", unrepresentable: "any" }) as Schema;
}

/** Inputs that a schema allows; known field names draw from existing ids and secrets. */
export function validInput(schema: Schema, known: KnownValues, field = ""): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  if (schema.anyOf !== undefined) {
    return fc.oneof(...schema.anyOf.map((each) => validInput(each, known, field)));
  }
  if (typeof schema.type === "object") {
    return fc.oneof(...schema.type.map((type) => validInput({ ...schema, type }, known, field)));
  }
  switch (schema.type) {
    case "string":
      return validText(schema, known[field] ?? [], field);
    case "integer": {
      const { minimum: min = 0, maximum: max = Number.MAX_SAFE_INTEGER } = schema;
      // Small ones more often: they mean something.
      return fc.oneof(
        fc.integer({ min, max: Math.min(max, min + 40) }),
        fc.maxSafeNat().map((value) => Math.min(max, min + (value % (max - min + 1)))),
      );
    }
    case "number":
      return fc.double({ min: -180, max: 180, noNaN: true });
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    case "array":
      return fc.array(validInput(schema.items ?? {}, known, field), { maxLength: 5 });
    case "object":
      return validObject(schema, known);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

function validObject(schema: Schema, known: KnownValues): fc.Arbitrary<unknown> {
  const properties = Object.entries(schema.properties ?? {});
  if (properties.length === 0) {
    const values = typeof schema.additionalProperties === "object" ? schema.additionalProperties : {};
    return fc.dictionary(fc.string({ minLength: 1, maxLength: 8 }), validInput(values, known), {
      maxKeys: 3,
    });
  }
  const fields = properties.map(([name, each]) => [name, validInput(each, known, name)] as const);
  return fc.record(Object.fromEntries(fields), { requiredKeys: [...(schema.required ?? [])] });
}

/** Fields with a schema wider than their meaning; a valid and an invalid value of each where both exist. */
const MEANT: Readonly<Record<string, readonly string[]>> = {
  password: ["correct horse", "wrong horse"],
  period: ["2026-01"],
  role: ["viewer", "editor", "admin"],
  allowed_origins: ["https://maps.example.org", "http://localhost:3000"],
  permissions: ["items:read", "shares:read"],
  format: ["png", "webp", "jpg", "avif", "auto", "npy", "tif"],
};

function validText(schema: Schema, known: readonly string[], field: string): fc.Arbitrary<string> {
  if (schema.format === "date-time") {
    const [min, max] = [new Date("1990-01-01T00:00:00Z"), new Date("2090-01-01T00:00:00Z")];
    return fc.date({ min, max, noInvalidDate: true }).map((date) => date.toISOString());
  }
  const meant = MEANT[field];
  if (meant !== undefined) return fc.constantFrom(...meant);
  const free = fc.string({
    minLength: schema.minLength ?? 0,
    maxLength: Math.min(schema.maxLength ?? 40, 40),
    unit: "binary",
  });
  const choices = [{ weight: 2, arbitrary: free }];
  if (known.length > 0) choices.push({ weight: 8, arbitrary: fc.constantFrom(...known) });
  return fc.oneof(...choices, { weight: 1, arbitrary: fc.uuid() });
}

/** Inputs that have broken servers before. */
const hostileValue = fc.constantFrom<unknown>(
  null,
  "",
  "\0",
  "a\0b",
  "\ud800",
  "' or 1=1 --",
  "../../etc/passwd",
  "/vsicurl/http://127.0.0.1/",
  "${jndi:ldap://x}",
  "𝒳".repeat(5_000),
  "1e309",
  -1,
  0,
  0.5,
  1e308,
  -0,
  Number.MAX_SAFE_INTEGER,
  2 ** 31,
  2 ** 63,
  true,
  [],
  [[[[]]]],
  {},
  { $ne: null },
  { toString: 1 },
  "9999-12-31T23:59:59Z",
  "0000-01-01T00:00:00+14:00",
);

/** Valid inputs with one thing wrong: a field missing, replaced, unknown, or the whole wrapped. */
export function nearlyValidInput(schema: Schema, known: KnownValues): fc.Arbitrary<unknown> {
  const names = ["any", ...Object.keys(schema.properties ?? {})];
  return fc
    .tuple(
      validInput(schema, known),
      fc.constantFrom(...names),
      fc.constantFrom("drop", "replace", "add", "wrap"),
      hostileValue,
    )
    .map(([input, name, change, value]) => {
      if (typeof input !== "object" || input === null) return value;
      const { [name]: _dropped, ...others } = input as Record<string, unknown>;
      switch (change) {
        case "drop":
          return others;
        case "replace":
          return { ...others, [name]: value };
        case "add":
          return { ...input, [`${name}_`]: value };
        case "wrap":
          return [input];
      }
    });
}

/** Anything at all. */
export const wildInput: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue(),
  fc.dictionary(fc.string({ unit: "binary" }), fc.jsonValue({ maxDepth: 3 })),
  hostileValue,
);
