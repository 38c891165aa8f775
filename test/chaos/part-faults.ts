import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { Agent } from "node:http";
import { connect, type Socket } from "node:net";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { Redis } from "ioredis";
import { openDatabase, type Database } from "../../storage/database/database.ts";
import { endAll } from "./process-faults.ts";
import type { ChaosSystem, ProgramName } from "./chaos-system.ts";
import type { Fault, Ground } from "./fault.ts";
import { askOnce } from "./map-load.ts";
import { signalTree } from "./paused-tree.ts";
import type { StoreMood } from "./store-proxy.ts";

const SILENT_MS = 20_000;
const ANY = Number.POSITIVE_INFINITY;

/** Cached tiles go on; cold ones may be refused while the fault lasts. */
const CACHED_GO_ON = { keptMin: 0.8, failedColdMax: ANY, slowWarmMax: 0, recoveryMsMax: 5_000 };

type Part = "redis" | "postgres";

const silence = (part: Part) => ({
  strike: ({ system }: Ground) => signalTree(system.servers[part].pid, "SIGSTOP"),
  lift: ({ system }: Ground) => signalTree(system.servers[part].pid, "SIGCONT"),
});

const kill = (part: Part) => ({
  strike: ({ system }: Ground) => {
    const { pid } = system.servers[part];
    if (pid !== undefined) process.kill(pid, "SIGKILL");
  },
});

const through = (part: Part, act: "delay" | "cut") => ({
  strike: async ({ system }: Ground) => {
    if (act === "delay") return system.proxies[part].delay(150);
    for (let time = 0; time < 8; time += 1) {
      system.proxies[part].cut();
      await delay(1_000);
    }
  },
  lift: ({ system }: Ground) => system.proxies[part].heal(),
});

const mood = (chosen: StoreMood) => ({
  needsS3: true,
  strike: ({ system }: Ground) => system.s3?.set(chosen),
  lift: ({ system }: Ground) => system.s3?.set("well"),
});

async function askRedis(system: ChaosSystem, ask: (redis: Redis) => Promise<unknown>): Promise<void> {
  const redis = new Redis(system.redisUrl);
  await ask(redis);
  redis.disconnect();
}

/** Sessions of this test that hold something until they are ended. */
const held = new WeakMap<ChaosSystem, { end(): Promise<void> }>();

async function lockLinks({ system }: Ground): Promise<void> {
  const database = openDatabase(system.databaseUrl, 1);
  let free: () => void = () => undefined;
  const isFreed = new Promise<void>((resolve) => (free = resolve));
  let begun: () => void = () => undefined;
  const hasBegun = new Promise<void>((resolve) => (begun = resolve));
  const transaction = database.begin(async (session) => {
    await session`lock table share_links in access exclusive mode`;
    begun();
    await isFreed;
  });
  await hasBegun;
  held.set(system, {
    end: async () => {
      free();
      await transaction;
      await database.end();
    },
  });
}

/** Takes every connection that PostgreSQL still gives. */
async function takeConnections({ system }: Ground): Promise<void> {
  const takers: Database[] = [];
  for (let number = 0; number < 200; number += 1) {
    const taker = openDatabase(system.databaseUrl, 1);
    takers.push(taker);
    if (
      !(await taker`select 1`.then(
        () => true,
        () => false,
      ))
    )
      break;
  }
  held.set(system, { end: async () => void (await Promise.all(takers.map((taker) => taker.end()))) });
}

const giveBack = async ({ system }: Ground) => await held.get(system)?.end();

async function askThousand({ system, scene }: Ground) {
  const tile = scene.cold.pop()!;
  const url = scene.urlOf(tile);
  const before = system.s3?.counts.puts ?? 0;
  const agents = system.apiPorts.map(() => new Agent({ keepAlive: true }));
  const asked = Array.from({ length: 1_000 }, (_, at) => {
    const origin = new URL(url);
    origin.port = String(system.apiPorts[at % system.apiPorts.length]);
    return askOnce(origin.href, agents[at % agents.length]!);
  });
  const answers = await Promise.all(asked);
  for (const agent of agents) agent.destroy();
  const answered = answers.filter(({ status }) => status === 200).length;
  const bodies = new Set(answers.map(({ digest }) => digest)).size;
  const puts = (system.s3?.counts.puts ?? before) - before;
  return {
    seen: `${answered} of 1,000 answered, ${bodies} different body, ${system.s3 === undefined ? "" : `${puts} store writes`}`,
    failed: 1_000 - answered,
    answeredBeside: answered,
    violations: [
      ...(answered === 1_000 ? [] : [`${1_000 - answered} were not answered`]),
      ...(bodies === 1 ? [] : [`${bodies} different bodies`]),
      ...(puts <= 1 ? [] : [`${puts} store writes`]),
    ],
  };
}

const NAMES = [
  "api-1",
  "api-2",
  "render-1",
  "render-2",
  "metering-1",
  "metering-2",
  "ingest",
  "billing",
  "webhooks",
] as const satisfies readonly ProgramName[];

const endWithout = (part: Part) => ({
  isWithoutViewers: true,
  holdMs: 0,
  goal: {},
  strike: async ({ system }: Ground) => {
    signalTree(system.servers[part].pid, "SIGSTOP");
    // What is silent has to be noticed before it matters.
    await delay(2_000);
    const findings = await endAll(system, NAMES);
    signalTree(system.servers[part].pid, "SIGCONT");
    await delay(300);
    await Promise.all(NAMES.map((name) => system.programs[name].untilReady()));
    return findings;
  },
});

const FULL = "65536";

/** Faults of what the programs share. */
export const PART_FAULTS: readonly Fault[] = [
  {
    name: "Redis silent (SIGSTOP, 20 s)",
    promised: "cached tiles go on, usage goes to the journal; cold tiles are 503",
    goal: CACHED_GO_ON,
    holdMs: SILENT_MS,
    isShort: true,
    ...silence("redis"),
  },
  {
    name: "PostgreSQL silent (SIGSTOP, 20 s)",
    promised: "tiles of links in use go on",
    goal: CACHED_GO_ON,
    holdMs: SILENT_MS,
    isShort: true,
    ...silence("postgres"),
  },
  {
    name: "object store silent (20 s)",
    promised: "tiles in memory go on",
    goal: { ...CACHED_GO_ON, recoveryMsMax: 15_000 },
    holdMs: SILENT_MS,
    isShort: true,
    ...mood("silent"),
  },
  {
    name: "Redis killed and started again",
    promised: "cached tiles go on; cold ones are back within 5 s",
    goal: CACHED_GO_ON,
    holdMs: 3_000,
    isShort: true,
    ...kill("redis"),
  },
  {
    name: "Redis full (10 s)",
    promised: "cached tiles go on, usage goes to the journal; cold tiles are 503",
    goal: CACHED_GO_ON,
    holdMs: 10_000,
    strike: ({ system }) => askRedis(system, (redis) => redis.config("SET", "maxmemory", FULL)),
    lift: ({ system }) => askRedis(system, (redis) => redis.config("SET", "maxmemory", "0")),
  },
  {
    name: "PostgreSQL killed and started again",
    promised: "tiles of links in use go on",
    goal: CACHED_GO_ON,
    holdMs: 3_000,
    ...kill("postgres"),
  },
  {
    name: "`share_links` locked (12 s)",
    promised: "tiles of links in use go on",
    goal: CACHED_GO_ON,
    holdMs: 12_000,
    isShort: true,
    strike: lockLinks,
    lift: giveBack,
  },
  {
    name: "PostgreSQL out of connections (10 s)",
    promised: "tiles of links in use go on",
    goal: CACHED_GO_ON,
    holdMs: 10_000,
    strike: takeConnections,
    lift: giveBack,
  },
  {
    name: "Redis slow (150 ms each way, 10 s)",
    promised: "cached tiles go on",
    goal: CACHED_GO_ON,
    holdMs: 10_000,
    ...through("redis", "delay"),
  },
  {
    name: "PostgreSQL slow (150 ms each way, 10 s)",
    promised: "cached tiles go on",
    goal: CACHED_GO_ON,
    holdMs: 10_000,
    ...through("postgres", "delay"),
  },
  {
    name: "connections to Redis cut every second (8 s)",
    promised: "cached tiles go on",
    goal: CACHED_GO_ON,
    holdMs: 0,
    ...through("redis", "cut"),
  },
  {
    name: "connections to PostgreSQL cut every second (8 s)",
    promised: "nothing is noticed",
    goal: CACHED_GO_ON,
    holdMs: 0,
    ...through("postgres", "cut"),
  },
  {
    name: "object store answers 503 (10 s)",
    promised: "tiles in memory go on; others are 503, never a fault of the file",
    goal: CACHED_GO_ON,
    holdMs: 10_000,
    ...mood("unavailable"),
  },
  {
    name: "object store slow (800 ms an answer, 10 s)",
    promised: "tiles in memory go on; others are slower",
    goal: CACHED_GO_ON,
    holdMs: 10_000,
    ...mood("slow"),
  },
  {
    name: "object store refuses the credentials (10 s)",
    promised: "tiles in memory go on; others are 503, never a fault of the file",
    goal: CACHED_GO_ON,
    holdMs: 10_000,
    ...mood("forbidden"),
  },
  {
    name: "object store cuts its connections (10 s)",
    promised: "tiles in memory go on; others are 503, never a fault of the file",
    goal: CACHED_GO_ON,
    holdMs: 10_000,
    ...mood("cut"),
  },
  {
    name: "Redis silent and the journal's disk full (10 s)",
    promised: "tiles are refused, none is given away",
    goal: { failedWarmMax: ANY, failedColdMax: ANY, slowWarmMax: ANY, recoveryMsMax: 5_000 },
    holdMs: 10_000,
    strike: (ground) => {
      for (const name of ["api-1", "api-2"]) mountSmall(journalOf(ground, name));
      silence("redis").strike(ground);
    },
    lift: (ground) => silence("redis").lift(ground),
    cleanUp: (ground) => {
      for (const name of ["api-1", "api-2"]) execFileSync("umount", ["-l", journalOf(ground, name)]);
    },
  },
  {
    name: "an API process with 100 file descriptors and 200 idle clients (10 s)",
    promised: "it lives on, and serves again",
    goal: { failedWarmMax: ANY, failedColdMax: ANY, slowWarmMax: ANY, recoveryMsMax: 5_000 },
    holdMs: 10_000,
    strike: ({ system }) => {
      const { pid } = system.programs["api-1"];
      execFileSync("prlimit", ["--pid", String(pid), "--nofile=100:"]);
      const sockets = Array.from({ length: 200 }, () => {
        const socket: Socket = connect(system.apiPorts[0]!, "127.0.0.1");
        return socket.on("error", () => undefined);
      });
      held.set(system, {
        end: async () => {
          for (const socket of sockets) socket.destroy();
          execFileSync("prlimit", ["--pid", String(pid), "--nofile=20000:"]);
        },
      });
    },
    lift: giveBack,
  },
  {
    name: "1,000 requests at once for a cold tile, over two API processes",
    promised: "one render, one store write at most, 1,000 answers",
    goal: {},
    holdMs: 0,
    isShort: true,
    isWithoutViewers: true,
    strike: askThousand,
  },
  {
    name: "SIGTERM to everything while Redis is silent",
    promised: "every program exits with 0 within 30 s; no usage is lost",
    isShort: true,
    ...endWithout("redis"),
  },
  {
    name: "SIGTERM to everything while PostgreSQL is silent",
    promised: "every program exits with 0 within 30 s; no usage is lost",
    ...endWithout("postgres"),
  },
];

const journalOf = ({ system }: Ground, name: string) => join(system.directory, "journal", name);

function mountSmall(folder: string): void {
  mkdirSync(folder, { recursive: true });
  execFileSync("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", folder]);
}
