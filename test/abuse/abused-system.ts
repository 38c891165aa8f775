import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { setTimeout as delay } from "node:timers/promises";
import { hashPassword } from "../../identity/hash-password.ts";
import { siblingEntry } from "../../infra/entry.ts";
import { startStack, type LocalStack } from "../../local/services/start-stack.ts";
import { createFirstOrganization } from "../../storage/accounts/first-organization.ts";
import { openDatabase } from "../../storage/database/database.ts";
import { putRaster } from "../support/rasters.ts";
import type { AbuseOrganization, AbuseTarget } from "./row.ts";

/** The victim, and attackers with organizations of their own. */
const ORGANIZATIONS = 4;

/** Starts a whole system in a directory, with its processes, and prepares it for attacks. */
export async function startAbusedSystem(
  directory: string,
  short: boolean,
): Promise<{ readonly target: AbuseTarget; stop(): Promise<void> }> {
  const blockedFile = join(directory, "blocked");
  // The processes of the stack inherit it.
  process.env["BLOCKED_FILE"] = blockedFile;
  process.env["NODE_OPTIONS"] = `--import=${siblingEntry(import.meta.url, "./blocked-probe").path}`;
  const stack = await startStack({ directory, log: (line) => console.error(line) });
  try {
    await stack.startProcesses();
    const store = fileURLToPath(stack.objectStoreUrl);
    const target = {
      url: stack.apiUrl,
      organizations: await makeOrganizations(stack),
      scene: join(directory, await putRaster(directory, "scene.tif")),
      storage: {
        databaseUrl: stack.databaseUrl,
        redisUrl: stack.redisUrl,
        folders: [join(directory, "logs"), join(directory, "journal"), join(store, "tiles")],
      },
      store,
      copyScene: (folder: string) => putRaster(store, `${folder}/scene.tif`),
      renderMemory: { bytes: () => largestProcess(stack), bound: stack.config.RENDER_PROCESS_BYTES_MAX },
      blockedMs: (since: number) => longestSince(blockedFile, since),
      short,
    };
    return { target, stop: () => stack.stop() };
  } catch (error) {
    await stack.stop();
    throw error;
  }
}

async function makeOrganizations({ databaseUrl, config }: LocalStack): Promise<AbuseOrganization[]> {
  const database = openDatabase(databaseUrl, 1);
  const organizations: AbuseOrganization[] = [];
  for (let number = 0; number < ORGANIZATIONS; number += 1) {
    const person = {
      email: `${randomBytes(4).toString("hex")}@example.org`,
      password: randomBytes(12).toString("base64url"),
    };
    const { apiKey, organizationId: id } = await createFirstOrganization(database, {
      organization: `Organization ${number}`,
      administrator: "Ada",
      email: person.email,
      passwordHash: await hashPassword(person.password, config.BCRYPT_COST),
    });
    organizations.push({ id, apiKey, person });
  }
  await database.end({ timeout: 5 });
  return organizations;
}

/** Resident bytes of the largest render process. */
async function largestProcess({ config }: LocalStack): Promise<number> {
  const answer = await fetch(`http://127.0.0.1:${config.WORKER_HEALTH_PORT}/metrics`);
  const [, bytes] = /^geopera_render_process_resident_bytes_max (\S+)$/m.exec(await answer.text()) ?? [];
  return Number(bytes ?? NaN);
}

/** The longest of the lines of blocked-probe.ts since a time; the last one is written after a second. */
async function longestSince(file: string, since: number): Promise<number> {
  await delay(1_100);
  const lines = (await readFile(file, "utf8")).trim().split("\n");
  const [times, longest] = [0, 1].map((at) => lines.map((line) => Number(line.split(" ")[at])));
  return Math.max(...(longest ?? []).filter((_, at) => (times?.[at] ?? 0) > since));
}
