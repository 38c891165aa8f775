import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { hashPassword } from "../../identity/hash-password.ts";
import { startStack } from "../../local/services/start-stack.ts";
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
  const stack = await startStack({ directory, log: (line) => console.error(line) });
  try {
    await stack.startProcesses();
    const database = openDatabase(stack.databaseUrl, 1);
    const organizations: AbuseOrganization[] = [];
    for (let number = 0; number < ORGANIZATIONS; number += 1) {
      const person = {
        email: `${randomBytes(4).toString("hex")}@example.org`,
        password: randomBytes(12).toString("base64url"),
      };
      const { apiKey } = await createFirstOrganization(database, {
        organization: `Organization ${number}`,
        administrator: "Ada",
        email: person.email,
        passwordHash: await hashPassword(person.password, stack.config.BCRYPT_COST),
      });
      organizations.push({ apiKey, person });
    }
    await database.end({ timeout: 5 });
    const scene = join(directory, await putRaster(directory, "scene.tif"));
    const operatorKey = stack.config.OPERATOR_KEY;
    const target = {
      url: stack.apiUrl,
      organizations,
      scene,
      short,
      ...(operatorKey === undefined ? {} : { operatorKey }),
    };
    return { target, stop: () => stack.stop() };
  } catch (error) {
    await stack.stop();
    throw error;
  }
}
