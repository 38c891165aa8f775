import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** A kind of failure that the service documents. */
export interface ProblemType {
  /** Such as `NotFoundError`. */
  readonly className: string;
  /** The end of the problem's `type`; undefined for faults of an input, which have none. */
  readonly type: string | undefined;
  readonly status: number;
  readonly meaning: string;
}

/** Reads the table of docs/errors.md. */
export async function readProblemTypes(root: string): Promise<ProblemType[]> {
  return problemTypes(await readFile(join(root, "docs", "errors.md"), "utf8"));
}

/** The rows of the table: status, type, meaning. */
export function problemTypes(page: string): ProblemType[] {
  const rows = page.matchAll(/^\| *(\d{3}) *\| *(?:`([a-z-]+)`)? *\| *(.*?) *\|$/gm);
  return [...rows].map(([, status, type, meaning = ""]) => ({
    className: `${className(type ?? "invalid-input")}Error`,
    type,
    status: Number(status),
    meaning: meaning.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1"),
  }));
}

/**
 * Types whose status belongs to no other type: answers without a problem are of their class. A proxy's own
 * answers (5xx) are of none.
 */
export function soleTypes(types: readonly ProblemType[]): ProblemType[] {
  const isSole = (status: number) => types.filter((other) => other.status === status).length === 1;
  return types.filter(({ status }) => status < 500 && isSole(status));
}

function className(type: string): string {
  return type.replaceAll(/(?:^|-)([a-z])/g, (_match, letter: string) => letter.toUpperCase());
}
