import { succeedsWithin } from "../../infra/within.ts";
import type { Deps } from "../deps.ts";

/** How long one part may take for a small question. */
const LIMIT_MS = 1_000;

/** What a part said. */
interface PartState {
  readonly answers: boolean;
  readonly milliseconds: number;
}

/**
 * Whether each part that all replicas share answers now: for people and their dashboards. It decides nothing.
 */
export async function lookAtDependencies({
  database,
  objectStore,
  jobs,
}: Pick<Deps, "database" | "objectStore" | "jobs">): Promise<Record<string, PartState>> {
  const looks = {
    postgresql: () => database`select 1`,
    redis: () => jobs.ping(),
    object_store: () => objectStore.head("health"),
  };
  const states = Object.entries(looks).map(async ([name, look]) => [name, await lookAt(look)] as const);
  return Object.fromEntries(await Promise.all(states));
}

async function lookAt(look: () => PromiseLike<unknown>): Promise<PartState> {
  const startedAt = performance.now();
  const answers = await succeedsWithin(LIMIT_MS, look());
  return { answers, milliseconds: Math.round(performance.now() - startedAt) };
}
