import { hostname } from "node:os";
import type { Facts, Trail, TrailStep } from "./trail.ts";

/** Where the time of one request, or of the render of one block, went. */
export interface Explanation {
  /** The id of the request; of a render, the key of its block. */
  readonly id: string;
  readonly kind: "request" | "render";
  /** When it began, by the clock of its machine. */
  readonly at: string;
  readonly program: string;
  readonly host: string;
  readonly pid: number;
  readonly totalMs: number;
  readonly facts: Facts;
  readonly steps: readonly TrailStep[];
}

const round = (ms: number) => Math.round(ms * 10) / 10;

/** A trail as it is kept. */
export function explain(
  trail: Trail,
  about: Pick<Explanation, "id" | "kind" | "program"> & { readonly facts: Facts },
): Explanation {
  return {
    ...about,
    at: new Date(trail.beganAtMs).toISOString(),
    host: hostname(),
    pid: process.pid,
    totalMs: round(trail.elapsedMs),
    facts: { ...trail.facts, ...about.facts },
    steps: trail.steps.map(({ name, atMs, ms, facts }) => ({
      name,
      atMs: round(atMs),
      ms: round(ms),
      facts,
    })),
  };
}
