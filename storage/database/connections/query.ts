/**
 * What a statement of postgres.js is besides a promise. It is lazy: when somebody waits for it, it calls `handler`, once, and whoever then executes
 * it calls `resolve` or `reject`. test/faults/cut-connections.test.ts sees it hold.
 */
export interface Statement {
  handler: (statement: Statement) => void;
  resolve: (result: unknown) => void;
  reject: (error: unknown) => void;
  /** As they were serialized; made of the arguments when absent. */
  parameters: unknown;
  readonly strings: readonly string[];
}

/** Has a statement executed by us when somebody waits for it; what is no statement (an identifier, a list of values) stays as it is. */
export function claim<Value>(value: Value, execute: (statement: Statement) => void): Value {
  if (typeof value === "object" && value !== null && "handler" in value) {
    (value as unknown as Statement).handler = execute;
  }
  return value;
}

/** Whether a statement changes nothing, so that it may be sent again when nobody knows what became of it. */
export function isRepeatable({ strings }: Statement): boolean {
  return /^\s*select\b/i.test(strings[0] ?? "");
}
