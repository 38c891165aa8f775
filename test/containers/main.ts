import { execFileSync } from "node:child_process";
import { appendFileSync, copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packageRoot } from "../../infra/package-root.ts";
import { reportFailure } from "../../infra/command-line.ts";
import { checkImage } from "./image-check.ts";
import { findEngine, type Engine } from "./engine.ts";
import { Newcomer } from "./newcomer.ts";
import { poll } from "./poll.ts";
import { checkThrottling } from "./throttling.ts";

/**
 * `npm run test:containers`: builds the image, brings docker-compose.yml up with Caddy in front, and does
 * what a newcomer does from outside. Prints a line for each step; the first that fails ends it. `--no-build`
 * takes the image at hand.
 */
const PORTS = { API_PORT: 18_080, S3_PORT: 17_070, HTTP_PORT: 18_081, HTTPS_PORT: 18_443 };
const PUBLIC_URL = `https://localhost:${PORTS.HTTPS_PORT}`;
const PROXY = "172.30.213.10";
const project = "geopera-containers-test";
const folder = mkdtempSync(join(tmpdir(), "geopera-containers-"));
const envFile = join(folder, ".env");

function writeEnvironment(): void {
  copyFileSync(join(packageRoot, "infra/docker/env.example"), envFile);
  execFileSync("bash", [join(packageRoot, "infra/docker/fill-secrets.sh"), envFile]);
  const addresses = { PUBLIC_URL, S3_PUBLIC_ENDPOINT: `https://files.localhost:${PORTS.HTTPS_PORT}` };
  const lines = Object.entries({ ...PORTS, ...addresses, LIMIT_ITEMS: "12345" });
  appendFileSync(envFile, lines.map(([name, value]) => `${name}=${value}\n`).join(""));
}

const print = (text: string) => process.stdout.write(text);

async function step(name: string, run: () => Promise<string | void>): Promise<void> {
  const began = performance.now();
  print(`${name.padEnd(46)} `);
  const said = await run();
  print(`${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s  ${said ?? "ok"}\n`);
}

async function runAll(engine: Engine): Promise<void> {
  const up = async (...more: readonly string[]) => void (await engine.compose("up", "--detach", ...more));
  if (!process.argv.includes("--no-build")) await step("the image builds", () => engine.build());
  await step("it holds what runs, and nothing else", () => checkImage(engine));
  await step("everything comes up, and is healthy", () => up());
  const certificate = await readCertificate(engine);
  const newcomer = new Newcomer(engine, PUBLIC_URL, certificate);
  await step("an organization is made", () => newcomer.makeOrganization());
  await step("a file is sent to the public address", () => newcomer.upload());
  await step("it is prepared", () => newcomer.ingest());
  await step("a link gives page, TileJSON and the file", () => newcomer.share());
  await step("tiles are drawn", () => newcomer.tiles(12, 2));
  await step("render workers are scaled to three", () => up("--scale", "worker-render=3", "--no-recreate"));
  await step("and draw", () => newcomer.tiles(14, 6));
  await step("tiles are counted", () => newcomer.usage());
  await step("two clients are throttled apart", () =>
    checkThrottling(engine, { project, proxy: PROXY, port: PORTS.HTTPS_PORT, token: newcomer.token }),
  );
  await step("settings of .env arrive", () => checkSettings(engine));
  await step("programs end at SIGTERM with exit code 0", () => checkEnds(engine));
  await step("everything goes down", async () => void (await engine.compose("down")));
  await step("and up again", () => up());
  // Caddy comes up last.
  await step("the link still opens", () => poll("the proxy", () => newcomer.open().catch(unlessRefused)));
  await step("tiles are drawn again", () => newcomer.tiles(13, 3));
  await step("and nothing that was counted is lost", () => newcomer.usage());
  await step("an export waits for the end of a month", () => newcomer.export());
}

/** Undefined while nothing listens; throws every other error. */
function unlessRefused(error: unknown): undefined {
  if (!String(error).includes("ECONNREFUSED")) throw error;
}

/** Of Caddy's own authority. */
async function readCertificate(engine: Engine): Promise<string> {
  const id = (await engine.compose("ps", "--quiet", "proxy")).trim();
  return await engine.run("exec", id, "cat", "/data/caddy/pki/authorities/local/root.crt");
}

async function checkSettings(engine: Engine): Promise<string> {
  const ids = (await engine.compose("ps", "--quiet", "api")).trim();
  const limit = (await engine.run("exec", ids, "printenv", "LIMIT_ITEMS")).trim();
  if (limit !== "12345") throw new Error(`LIMIT_ITEMS is ${limit}`);
  return `LIMIT_ITEMS=${limit}`;
}

async function checkEnds(engine: Engine): Promise<string> {
  const services = ["api", "worker-render", "worker-ingest", "worker-metering", "worker-billing"];
  const ids = (await engine.compose("ps", "--quiet", ...services)).trim().split("\n");
  await engine.compose("stop", ...services);
  const format = "{{.Name}} {{.State.ExitCode}}";
  const ends = (await engine.run("inspect", "--format", format, ...ids)).trim().split("\n");
  const wrong = ends.filter((line) => !line.endsWith(" 0"));
  if (wrong.length > 0) throw new Error(wrong.join(", "));
  return `${ends.length} containers`;
}

async function main(): Promise<void> {
  writeEnvironment();
  const engine = await findEngine({ project, folder, envFile });
  if (engine === undefined)
    return void print("SKIPPED: neither Docker nor podman with docker-compose works here.\n");
  print(`with ${engine.name}\n`);
  try {
    await runAll(engine);
  } catch (error) {
    print(`FAILED: ${(error as Error).message}\n`);
    print(await engine.compose("logs", "--tail", "20").catch(() => ""));
    throw error;
  } finally {
    await engine.compose("down", "--volumes", "--remove-orphans").catch(() => "");
    await engine.end();
  }
}

try {
  await main();
} catch (error) {
  process.exitCode = reportFailure(error, "");
} finally {
  rmSync(folder, { recursive: true, force: true });
}
