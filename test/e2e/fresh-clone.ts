import { execFileSync, spawn } from "node:child_process";
import {
  chmodSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packageRoot } from "../../infra/package-root.ts";

/**
 * A clone as a newcomer has it: the files of the working tree and installed packages, nothing built or
 * started.
 */
export function makeFreshClone(): string {
  const clone = mkdtempSync(join(tmpdir(), "geopera-newcomer-"));
  // Readable by others, as after `git clone`.
  chmodSync(clone, 0o755);
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: packageRoot,
    encoding: "utf8",
  });
  for (const file of listed.split("\0").filter(Boolean)) {
    cpSync(join(packageRoot, file), join(clone, file), { force: true });
  }
  symlinkSync(join(packageRoot, "node_modules"), join(clone, "node_modules"));
  return clone;
}

/** A command a newcomer typed. */
export interface TypedCommand {
  readonly stdout: string;
  /** Without npm's own lines. */
  readonly stderr: string;
  /** Resolves once stdout holds the text; rejects with all output when the command ends without it. */
  printed(text: string): Promise<void>;
  /** Resolves with the exit code when the command has ended. */
  readonly ended: Promise<number | null>;
  /** Ctrl-C: the signal goes to everything in the terminal's foreground. */
  interrupt(): void;
}

/** Types a command in a folder, as in a terminal of its own. */
export function typeCommand(folder: string, command: string): TypedCommand {
  const child = spawn("sh", ["-c", command], {
    cwd: folder,
    env: newcomersEnvironment(),
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  return {
    printed: (text) =>
      new Promise((resolve, reject) => {
        const look = () => stdout.includes(text) && resolve();
        child.stdout.on("data", look);
        look();
        void ended.then((code) => reject(new Error(`exit code ${code}\n${stdout}${stderr}`)));
      }),
    get stdout() {
      return stdout;
    },
    get stderr() {
      return stderr.replaceAll(/^npm .*\n/gm, "");
    },
    ended,
    interrupt: () => sendSignal(-(child.pid ?? 0), "SIGINT"),
  };
}

/** Without the variables of this test run. */
function newcomersEnvironment(): Record<string, string | undefined> {
  const kept = ["PATH", "HOME", "USER", "LANG", "TMPDIR", "XDG_CACHE_HOME"];
  return Object.fromEntries(kept.map((name) => [name, process.env[name]]));
}

/** The numbers of processes that work in a folder or were started from it, without zombies. */
export function processesOf(folder: string): number[] {
  return readdirSync("/proc")
    .map(Number)
    .filter((pid) => Number.isInteger(pid) && pid !== process.pid)
    .filter((pid) => {
      try {
        if (/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"))) return false;
        const command = readFileSync(`/proc/${pid}/cmdline`, "utf8");
        return command.includes(folder) || readlinkSync(`/proc/${pid}/cwd`).startsWith(folder);
      } catch {
        return false;
      }
    });
}

/** Ends what is left of a clone and removes it. */
export function removeClone(clone: string): void {
  for (const pid of processesOf(clone)) sendSignal(pid, "SIGKILL");
  rmSync(clone, { recursive: true, force: true });
}

function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended by itself.
  }
}
