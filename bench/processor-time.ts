import { readdirSync, readFileSync } from "node:fs";

/** Seconds of the processor: of this process, and of its PostgreSQL with the processes that have ended. */
export interface ProcessorTime {
  readonly own: number;
  readonly server: number;
}

/** What this process and the PostgreSQL that keeps its data in a folder have used so far. */
export function processorTime(directory: string): ProcessorTime {
  const { user, system } = process.cpuUsage();
  let server = 0;
  for (const pid of readdirSync("/proc").filter((each) => /^\d+$/.test(each))) {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      if (!stat.includes("(postgres)")) continue;
      const isServer = commandOf(pid).includes(directory);
      const isChild = commandOf(fields[1] ?? "").includes(directory);
      // Workers that have ended are counted by the server, which has waited for them.
      for (const ticks of fields.slice(11, isServer ? 15 : isChild ? 13 : 11)) server += Number(ticks) / 100;
    } catch {
      // It has ended.
    }
  }
  return { own: (user + system) / 1e6, server };
}

function commandOf(pid: string): string {
  return readFileSync(`/proc/${pid}/cmdline`, "utf8");
}
