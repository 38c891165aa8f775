import { UsageError } from "../../infra/command-line.ts";
import { QUEUE_NAMES } from "../../queue/jobs.ts";
import { listNoisyOrganizations } from "../../storage/usage/noisy-organizations.ts";
import { explainRequest } from "./explain-command.ts";
import type { OpsCommand, OpsInput, OpsParts } from "./ops-command.ts";
import { warm } from "./warm-command.ts";

const seconds = (value: number) => Math.round(value * 10) / 10;

/** Every command of `npm run ops`, by its name. */
export const OPS_COMMANDS: Readonly<Record<string, OpsCommand>> = {
  status: {
    usage: "status",
    what: "processes and what each pool has to do",
    run: async ({ load, nowMs }) => {
      const { pools, partitions, processes } = await load.read();
      return {
        pools: Object.entries(pools).map(([pool, of]) => ({
          pool,
          workers: of.workers,
          places: of.places,
          active: of.active,
          waiting: of.waiting,
          "wanted places": seconds(of.wantedPlaces),
          "oldest wait (s)": seconds(of.oldestWaitSeconds),
          delayed: of.delayed,
          failed: of.failed,
        })),
        processes: processes.map(({ program, places, host, pid, startedAtMs }) => ({
          program,
          pools: Object.keys(places).join(","),
          host,
          pid,
          "up (s)": Math.round((nowMs - startedAtMs) / 1000),
        })),
        redis: [{ partitions }],
      };
    },
  },
  queues: {
    usage: "queues",
    what: "jobs of every queue, by state",
    run: async ({ load }) => {
      const rows = QUEUE_NAMES.map(async (name) => {
        const queues = await load.queuesNamed(name);
        return await Promise.all(
          queues.map(async (queue, partition) => {
            const counts = await queue.getJobCounts();
            const { wait = 0, prioritized = 0, active = 0, delayed = 0, completed = 0, failed = 0 } = counts;
            const isPaused = (await queue.isPaused()) ? "yes" : "no";
            return {
              queue: name,
              partition,
              waiting: wait + prioritized,
              active,
              delayed,
              completed,
              failed,
              paused: isPaused,
            };
          }),
        );
      });
      return { queues: (await Promise.all(rows)).flat() };
    },
  },
  failed: {
    usage: "failed QUEUE",
    what: "the latest jobs that were given up, and why",
    run: async (parts, input) => {
      const queues = await queuesOf(parts, input);
      const jobs = await Promise.all(queues.map((queue) => queue.getFailed(0, 19)));
      return {
        failed: jobs.flat().map(({ id = "", attemptsMade, finishedOn = 0, failedReason }) => ({
          job: id,
          attempts: attemptsMade,
          "ago (s)": Math.round((parts.nowMs - finishedOn) / 1000),
          reason: failedReason.slice(0, 100),
        })),
      };
    },
  },
  retry: {
    usage: "retry QUEUE [--job ID]",
    what: "tries failed jobs again: one, or all of a queue",
    run: async (parts, input) => {
      const queues = await queuesOf(parts, input);
      const jobs = (await Promise.all(queues.map((queue) => queue.getFailed()))).flat();
      const chosen = jobs.filter(({ id }) => input.job === undefined || id === input.job);
      if (input.job !== undefined && chosen.length === 0) {
        throw new Error(`no failed job of this queue has the id ${input.job}: see failed ${input.args[0]}`);
      }
      for (const job of chosen) await job.retry();
      return { retried: chosen.map(({ id = "", name }) => ({ job: id, name })) };
    },
  },
  pause: {
    usage: "pause QUEUE",
    what: "workers take nothing more from a queue; what runs goes on",
    run: async (parts, input) => {
      for (const queue of await queuesOf(parts, input)) await queue.pause();
      return { paused: [{ queue: input.args[0] ?? "" }] };
    },
  },
  resume: {
    usage: "resume QUEUE",
    what: "ends a pause",
    run: async (parts, input) => {
      for (const queue of await queuesOf(parts, input)) await queue.resume();
      return { resumed: [{ queue: input.args[0] ?? "" }] };
    },
  },
  explain: {
    usage: "explain [REQUEST_ID]",
    what: "where the time of a slow or failed request went; without an id the latest of them",
    run: explainRequest,
  },
  warm: {
    usage: "warm TARGET ID [--start]",
    what: "draws tiles before they are looked at: see below",
    run: warm,
  },
  "who-is-noisy": {
    usage: "who-is-noisy [--minutes 10]",
    what: "organizations with the most tiles, and those whose blocks wait",
    run: async ({ load, database }, { minutes }) => {
      const [served, waiting] = await Promise.all([
        listNoisyOrganizations(database, { minutes, limit: 20 }),
        load.waitingByOrganization(),
      ]);
      return {
        [`served in ${minutes} min`]: served.map((row) => ({ ...row })),
        waiting: waiting
          .slice(0, 20)
          .map(({ organizationId, blocks }) => ({ organization_id: organizationId, blocks })),
      };
    },
  },
};

async function queuesOf({ load }: OpsParts, { args: [name = ""] }: OpsInput) {
  if (!QUEUE_NAMES.includes(name)) {
    throw new UsageError(`which queue? One of ${QUEUE_NAMES.join(", ")}`);
  }
  return await load.queuesNamed(name);
}
