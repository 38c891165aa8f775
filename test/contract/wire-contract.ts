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
  /** Not every part of the contract states it. */
  readonly side_effect?: string;
  readonly bearer?: "required" | "optional";
  readonly success: number;
  readonly input_name: string | null;
  readonly input: Schema;
  readonly output_name: string | null;
  readonly output: Schema | null;
}

type Contract = Readonly<Record<string, ContractOperation>>;

const folder = join(packageRoot, "..", "shared", "contract");

/**
 * The wire contract by operation id, with those of its further operations that are registered; undefined,
 * said aloud, where its files are not there.
 */
export function readWireContract(registered: ReadonlySet<string>): Contract | undefined {
  const path = join(folder, "operations.json");
  if (!existsSync(path)) {
    console.warn(`SKIPPED test/contract/operations.test.ts: there is no ${path} to compare with`);
    return undefined;
  }
  const further = Object.entries(read("operations-more.json")).filter(([id]) => registered.has(id));
  return { ...read("operations.json"), ...Object.fromEntries(further) };
}

function read(name: string): Contract {
  return JSON.parse(readFileSync(join(folder, name), "utf8")) as Contract;
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
