import { newId } from "../../infra/new-id.ts";
import type { RedisConnection } from "../connection.ts";

/** What a job waits for once it has said in Redis that it is idle. */
export interface WakeUp {
  /** Waits so long at most, and not while the worker stops; answers whether the job was woken. */
  within(milliseconds: number): Promise<boolean>;
  cancel(): void;
}

/**
 * The jobs of this process that have rendered a block and wait a moment for the next one. Redis wakes the job
 * to which it leaves a block by a message on a channel of this process; a job that was not woken looks once
 * more when its time is over, so a lost message costs that time and nothing else.
 */
export class IdleJobs {
  /** Where the jobs of this process are woken; a part of channel names. */
  readonly processName = newId();
  readonly #subscription: RedisConnection;
  readonly #wakeUps = new Map<string, (isWoken: boolean) => void>();
  #isClosed = false;

  constructor(subscription: RedisConnection) {
    this.#subscription = subscription;
    subscription.on("message", (channel: string, jobId: string) => {
      this.#wakeUps.get(`${channel} ${jobId}`)?.(true);
    });
  }

  /** No job of this process waits any more. */
  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Listens for jobs that wait on channels which start so; the subscription survives reconnects. */
  async follow(channelStart: string): Promise<void> {
    await this.#subscription.subscribe(`${channelStart}${this.processName}`);
  }

  /** Listens for the wake-up of one job, from before the job says that it is idle: none is missed. */
  expect(channelStart: string, jobId: string): WakeUp {
    const name = `${channelStart}${this.processName} ${jobId}`;
    let timer: NodeJS.Timeout | undefined;
    let wake!: (isWoken: boolean) => void;
    const woken = new Promise<boolean>((resolve) => (wake = resolve));
    const cancel = () => {
      clearTimeout(timer);
      this.#wakeUps.delete(name);
    };
    this.#wakeUps.set(name, wake);
    return {
      within: async (milliseconds) => {
        if (this.#isClosed) wake(false);
        else timer = setTimeout(wake, milliseconds, false);
        return await woken.finally(cancel);
      },
      cancel,
    };
  }

  /** Wakes every job, so that it can end. */
  close(): void {
    this.#isClosed = true;
    for (const wake of this.#wakeUps.values()) wake(false);
  }
}
