import { execFile, spawn, type ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { inheritEnvironment } from "../../infra/environment.ts";
import { packageRoot } from "../../infra/package-root.ts";

const execute = promisify(execFile);
const STAND_INS = join(packageRoot, "test", "containers", "stand-ins");

/** Docker, or podman with docker-compose on its socket. */
export interface Engine {
  readonly name: "docker" | "podman";
  /** Runs the engine's command line; resolves to what it prints. */
  run(...args: readonly string[]): Promise<string>;
  /** Runs docker compose with the project's file. */
  compose(...args: readonly string[]): Promise<string>;
  /** Builds the project's image; resolves when it is there. */
  build(): Promise<void>;
  end(): Promise<void>;
}

interface Place {
  /** Name of the compose project. */
  readonly project: string;
  /** A folder for what the engine needs while it runs. */
  readonly folder: string;
  readonly envFile: string;
}

/** The engine of this machine; undefined without one that works. */
export async function findEngine(place: Place): Promise<Engine | undefined> {
  if (await works("docker", "info")) return dockerEngine(place);
  const isThere = (await works("podman", "info")) && (await works("docker-compose", "version"));
  return isThere ? await podmanEngine(place) : undefined;
}

async function works(command: string, ...args: readonly string[]): Promise<boolean> {
  return await execute(command, args, { env: environment(), timeout: 30_000 }).then(
    () => true,
    () => false,
  );
}

/** Not this process's own settings: compose would put them into the file. */
function environment(more: Readonly<Record<string, string>> = {}): Record<string, string> {
  const kept = ["PATH", "HOME", "LANG", "http_proxy", "https_proxy", "no_proxy", "NODE_EXTRA_CA_CERTS"];
  return { ...inheritEnvironment(kept), ...more };
}

function composeArguments({ project, envFile }: Place, args: readonly string[]): string[] {
  return ["--project-name", project, "--env-file", envFile, "--profile", "tls", ...args];
}

const LIMITS = { maxBuffer: 64 * 1024 * 1024, cwd: packageRoot } as const;

function dockerEngine(place: Place): Engine {
  const run = async (...args: readonly string[]) =>
    (await execute("docker", args, { ...LIMITS, env: environment() })).stdout;
  const compose = (...args: readonly string[]) => run("compose", ...composeArguments(place, args));
  return {
    name: "docker",
    run,
    compose,
    build: async () => void (await compose("build")),
    end: () => Promise.resolve(),
  };
}

async function podmanEngine(place: Place): Promise<Engine> {
  const socket = join(place.folder, "podman.sock");
  const settings = environment({
    CONTAINERS_CONF: join(STAND_INS, "containers.conf"),
    DOCKER_HOST: `unix://${socket}`,
    COMPOSE_HTTP_TIMEOUT: "180",
    // Without systemd there are no timers for health checks; tickHealth does their work.
    DISABLE_HC_SYSTEMD: "true",
  });
  const files = ["--file", "docker-compose.yml", "--file", join(STAND_INS, "podman.yml")];
  const call = async (command: string, args: readonly string[]) =>
    (await execute(command, args, { ...LIMITS, env: settings })).stdout;
  const run = (...args: readonly string[]) => call("podman", args);
  const service = spawn("podman", ["system", "service", "--time", "0", `unix://${socket}`], {
    env: settings,
    stdio: "ignore",
  });
  const ending = new AbortController();
  const ticking = tickHealth(run, place.project, ending.signal);
  while (!existsSync(socket)) await sleep(100);
  return {
    name: "podman",
    run,
    compose: (...args) => call("docker-compose", [...files, ...composeArguments(place, args)]),
    build: async () => {
      await makeStandIns(call, place);
      // Not through the socket: the build needs the machine's own network to reach packages.
      const build = ["bud", "--layers", "--format", "docker", "--isolation", "chroot", "--network", "host"];
      const what = ["--tag", "localhost/geopera-share:latest", "--file", "infra/docker/Dockerfile", "."];
      await call("nice", ["buildah", ...build, ...what]);
    },
    end: async () => {
      ending.abort();
      await ticking;
      await endProcess(service);
    },
  };
}

async function endProcess(child: ChildProcess): Promise<void> {
  child.kill("SIGTERM");
  while (child.exitCode === null && child.signalCode === null) await sleep(50);
}

type Call = (command: string, args: readonly string[]) => Promise<string>;

/** Images that no registry gives: made of packages, under the same names. */
async function makeStandIns(call: Call, place: Place): Promise<void> {
  const text = await call("docker-compose", composeArguments(place, ["config"]));
  const images = [...text.matchAll(/^\s+image: (\S+)$/gm)].map(([, image = ""]) => image);
  const wanted = ["node:24-bookworm-slim", ...images.filter((image) => image !== "geopera-share")];
  const missing: string[] = [];
  for (const image of new Set(wanted)) {
    const isThere = await works("podman", "image", "exists", image);
    if (!isThere && !(await works("podman", "pull", "--quiet", `docker.io/${image}`))) missing.push(image);
  }
  if (missing.length > 0) await call("bash", [join(STAND_INS, "prepare.sh"), ...missing]);
}

async function tickHealth(run: Engine["run"], project: string, ended: AbortSignal): Promise<void> {
  const watched = ["ps", "--quiet", "--filter", `label=com.docker.compose.project=${project}`];
  while (!ended.aborted) {
    const ids = await run(...watched).catch(() => "");
    for (const id of ids.split("\n").filter(Boolean)) await run("healthcheck", "run", id).catch(() => "");
    await sleep(2_000, undefined, { signal: ended }).catch(() => undefined);
  }
}
