import postgres from "postgres";

/*
 * The only file that touches what postgres.js does not declare: the fields of a pending query, and its parsed
 * options. {@link openDriver} refuses a version of the package without them at start, and names the field.
 */

/** An instance of postgres.js whose bigint parameters and results are numbers. */
export type Driver = postgres.Sql<{ bigint: number }>;

/** What postgres.js made of a URL and our settings; `path` is a UNIX socket. */
export type ParsedOptions = Omit<postgres.ParsedOptions<{ bigint: number }>, "path"> & {
  readonly path?: string | false;
};

/**
 * What a statement of postgres.js is besides a promise. It is lazy: when it is awaited, it calls `handler`,
 * once. The executor calls `resolve` or `reject`. test/faults/cut-connections.test.ts proves it.
 */
export interface Statement {
  handler: (statement: Statement) => void;
  resolve: (result: unknown) => void;
  reject: (error: unknown) => void;
  /** As they were serialized; made of the arguments when absent. */
  parameters: unknown;
  readonly strings: readonly string[];
}

/**
 * The settings of an instance: a URL with options, or options that another instance has parsed and that we
 * changed.
 */
type DriverSettings = { readonly url: string; readonly options: object } | ParsedOptions;

/**
 * Makes an instance of postgres.js; throws an Error that names the field when the package no longer has what
 * we rely on.
 */
export function openDriver(settings: DriverSettings): Driver {
  const driver: unknown =
    "url" in settings ? postgres(settings.url, settings.options) : postgres(settings as never);
  const sql = driver as Driver;
  statementOf(sql``);
  return sql;
}

/** The options that an instance has parsed. */
export function optionsOf(driver: Driver): ParsedOptions {
  const options: unknown = driver.options;
  requireFields(options, ["host", "port", "ssl", "target_session_attrs"]);
  return options as ParsedOptions;
}

/**
 * Whether only the host that takes writes will do: one of several always, unless the URL names another kind.
 * The driver's own check of `read-write` looks at a setting that a standby does not have, and cannot say
 * whether a statement was sent before it closed the connection.
 */
export function wantsPrimary({ host, target_session_attrs: wanted }: ParsedOptions): boolean {
  if (wanted === undefined || wanted === null) return host.length > 1;
  return wanted === "read-write" || wanted === "primary";
}

/** A pending query as what it is inside. */
export function statementOf(query: unknown): Statement {
  requireFields(query, ["handler", "resolve", "reject", "strings"]);
  return query as Statement;
}

/**
 * Makes us the executor of a statement. What is no statement (an identifier, a list of values) stays as it
 * is.
 */
export function takeOver<Value>(value: Value, execute: (statement: Statement) => void): Value {
  if (typeof value === "object" && value !== null && "handler" in value) {
    statementOf(value).handler = execute;
  }
  return value;
}

/** Whether a statement changes nothing, so that it may be sent again when its outcome is unknown. */
export function isRepeatable({ strings }: Statement): boolean {
  return /^\s*select\b/i.test(strings[0] ?? "");
}

function requireFields(value: unknown, names: readonly string[]): void {
  const missing = names.filter((name) => typeof value !== "object" || value === null || !(name in value));
  if (missing.length === 0) return;
  throw new Error(
    `the installed version of postgres.js has no ${missing.join(", ")}: see docs/decisions/0080 before you update it`,
  );
}
