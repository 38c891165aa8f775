import { readEnvironment } from "../infra/environment.ts";
import { createFirstOrganization } from "./first-organization.ts";
import { openDatabase } from "./postgres.ts";

/** A process that makes an organization and prints its first API key as JSON: `create-organization-main.js <name> [<email>]`. */
const [organization, email = "admin@localhost"] = process.argv.slice(2);
if (organization === undefined) {
  process.stderr.write("the name of the organization is missing\n");
  process.exit(2);
}
const database = openDatabase(readEnvironment().DATABASE_URL, 1);
const made = await createFirstOrganization(database, { organization, administrator: "Administrator", email });
await database.end({ timeout: 5 });
process.stdout.write(`${JSON.stringify(made, null, 2)}\n`);
