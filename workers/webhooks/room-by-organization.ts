import { JobDeferred } from "../../queue/consume-jobs.ts";

/** When a job of an organization without room comes again. */
const COME_AGAIN_MS = 1_000;

/** Bounds the jobs of each organization that run in this process: slow endpoints leave room for others. */
export class RoomByOrganization {
  readonly #running = new Map<string, number>();
  readonly #runningMax: number;

  constructor(runningMax: number) {
    this.#runningMax = runningMax;
  }

  /** Runs a job; throws {@link JobDeferred} when as many of the organization run as may. */
  async within<Result>(organizationId: string, run: () => Promise<Result>): Promise<Result> {
    const running = this.#running.get(organizationId) ?? 0;
    if (running >= this.#runningMax) throw new JobDeferred(COME_AGAIN_MS);
    this.#running.set(organizationId, running + 1);
    try {
      return await run();
    } finally {
      const left = (this.#running.get(organizationId) ?? 1) - 1;
      if (left === 0) this.#running.delete(organizationId);
      else this.#running.set(organizationId, left);
    }
  }
}
