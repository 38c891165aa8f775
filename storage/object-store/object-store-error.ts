/** The object store failed: it is unavailable, full, closed or refuses; `cause` says why. */
export class ObjectStoreError extends Error {
  override readonly name = "ObjectStoreError";
  readonly operation: string;
  readonly key: string;

  constructor(operation: string, key: string, cause: unknown) {
    super(`object store: ${operation} "${key}" failed: ${describe(cause)}`, { cause });
    this.operation = operation;
    this.key = key;
  }
}

/** With its name, because S3 servers send errors without a message. */
function describe(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  return cause.name === "Error" ? cause.message : `${cause.name}: ${cause.message}`;
}
