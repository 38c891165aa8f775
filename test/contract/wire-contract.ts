import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../../infra/package-root.ts";

/** A JSON Schema as the contract and OpenAPI write it. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** One operation of the wire contract. */
export interface ContractOperation {
  readonly scope: string;
  readonly side_effect: string;
  readonly bearer: "required" | "optional";
  readonly success: number;
  readonly input_name: string | null;
  readonly input: Schema;
  readonly output_name: string | null;
  readonly output: Schema | null;
}

const path = join(packageRoot, "..", "shared", "contract", "operations.json");

/** The wire contract by operation id; undefined, said aloud, where its file is not there. */
export function readWireContract(): Readonly<Record<string, ContractOperation>> | undefined {
  if (!existsSync(path)) {
    console.warn(`SKIPPED test/contract/operations.test.ts: there is no ${path} to compare with`);
    return undefined;
  }
  return JSON.parse(readFileSync(path, "utf8")) as Record<string, ContractOperation>;
}

/**
 * What a schema says, however it is written: `type: [a, null]` and `anyOf: [{type: a}, {type: null}]` mean
 * the same.
 */
export interface Meaning {
  readonly types: readonly string[];
  readonly values?: readonly unknown[];
  readonly items?: Meaning;
  readonly [limit: string]: unknown;
}

const LIMITS = ["default", "format", "minLength", "maxLength", "minimum"] as const;

/** Reads a schema's meaning: only what it sets. */
export function meaningOf(schema: Schema): Meaning {
  const parts = schema.anyOf ?? [schema];
  const types = [...new Set(parts.flatMap((part) => part.type ?? []).flat())].sort();
  const values = parts.flatMap((part) => part.enum ?? []).filter((value) => typeof value === "string");
  const first = (key: keyof Schema) => [schema, ...parts].find((part) => part[key] !== undefined)?.[key];
  const items = first("items") as Schema | undefined;
  return {
    types,
    ...(values.length === 0 ? {} : { values: values.map(String).sort() }),
    ...(items === undefined ? {} : { items: meaningOf(items) }),
    ...Object.fromEntries(LIMITS.map((key) => [key, first(key)]).filter(([, value]) => value !== undefined)),
  };
}
