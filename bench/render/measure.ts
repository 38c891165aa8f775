import { readdirSync, readFileSync } from "node:fs";
import { Agent, get } from "node:http";

/** What a pass over distinct tiles gave. */
export interface Pass {
  readonly tilesPerSecond: number;
  /** CPU of the whole machine but for this process: meaningful when nothing else runs. */
  readonly cpuMsPerTile: number;
  /** The same by kind of process. */
  readonly cpuMsPerTileOf: Readonly<Record<string, number>>;
  readonly waitedMs: readonly number[];
  readonly bytesPerTile: number;
}

/** What a process' command line holds that belongs to a kind of process. */
const KINDS: Readonly<Record<string, string>> = {
  api: "programs/api",
  worker: "programs/workers",
  render: "render-process",
  redis: "redis-server",
  postgres: "postgres",
};

/** How many clients ask, each for one tile after the other. */
const CONCURRENCY = 8;

/** Asks for every URL once. */
export async function measurePass(urls: readonly string[], contentType: string): Promise<Pass> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONCURRENCY });
  const waitedMs: number[] = [];
  let [next, bytes] = [0, 0];
  const cpuBefore = otherCpuMs();
  const ofBefore = cpuMsByKind();
  const startedAt = performance.now();
  const client = async () => {
    for (let url = urls[next++]; url !== undefined; url = urls[next++]) {
      const askedAt = performance.now();
      const received = await download(agent, url, contentType);
      bytes += received;
      waitedMs.push(performance.now() - askedAt);
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, client));
  const seconds = (performance.now() - startedAt) / 1000;
  const cpuMs = otherCpuMs() - cpuBefore;
  const ofAfter = cpuMsByKind();
  agent.destroy();
  return {
    tilesPerSecond: urls.length / seconds,
    cpuMsPerTile: cpuMs / urls.length,
    cpuMsPerTileOf: Object.fromEntries(
      Object.entries(ofAfter).map(([kind, ms]) => [kind, (ms - (ofBefore[kind] ?? 0)) / urls.length]),
    ),
    waitedMs,
    bytesPerTile: bytes / urls.length,
  };
}

function download(agent: Agent, url: string, contentType: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = get(url, { agent }, (response) => {
      let bytes = 0;
      response.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
      });
      response.once("end", () => {
        if (response.statusCode === 200 && response.headers["content-type"] === contentType) resolve(bytes);
        else reject(new Error(`${url}: ${response.statusCode} ${response.headers["content-type"]}`));
      });
      response.once("error", reject);
    });
    request.once("error", reject);
  });
}

/** Linux counts CPU time in hundredths of a second. */
const TICK_MS = 10;

/** Busy CPU time of the machine less that of this process. */
function otherCpuMs(): number {
  const [user = 0, nice = 0, system = 0] = readFileSync("/proc/stat", "utf8")
    .split("\n", 1)[0]!
    .split(/\s+/)
    .slice(1)
    .map(Number);
  const own = process.cpuUsage();
  return (user + nice + system) * TICK_MS - (own.user + own.system) / 1000;
}

/** User and system time of the processes of each kind; those that ended are left out. */
function cpuMsByKind(): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, "utf8");
      const kind = Object.keys(KINDS).find((name) => command.includes(KINDS[name]!));
      // Behind the command's name, which may hold spaces: the 12th and 13th fields.
      const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").pop()?.split(" ") ?? [];
      if (kind) sums[kind] = (sums[kind] ?? 0) + (Number(fields[11]) + Number(fields[12])) * TICK_MS;
    } catch {
      // It has ended meanwhile.
    }
  }
  return sums;
}
