import { randomInt } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";

/**
 * Below the ports of outgoing connections on Linux and macOS: no connection takes a port while its server
 * restarts.
 */
const FIRST_PORT = 20_000;
const LAST_PORT = 29_999;

/**
 * Chooses a free TCP port of 127.0.0.1 for a named server of a directory: its last port when that is free.
 */
export async function choosePort(name: string, directory: string): Promise<number> {
  const file = join(directory, "run", `${name}.port`);
  const former = readPort(file);
  if (former !== undefined && (await isFree(former))) return former;
  const port = await findFreePort();
  mkdirSync(join(directory, "run"), { recursive: true });
  writeFileSync(file, String(port));
  return port;
}

async function findFreePort(): Promise<number> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const port = randomInt(FIRST_PORT, LAST_PORT + 1);
    if (await isFree(port)) return port;
  }
  throw new Error(`No free port between ${FIRST_PORT} and ${LAST_PORT}.`);
}

function readPort(file: string): number | undefined {
  try {
    const port = Number(readFileSync(file, "utf8"));
    return port >= FIRST_PORT && port <= LAST_PORT ? port : undefined;
  } catch {
    return undefined;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen({ port, host: "127.0.0.1", exclusive: true }, () => server.close(() => resolve(true)));
  });
}
