import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startAbusedSystem } from "./abused-system.ts";
import type { Row } from "./row.ts";
import { ATTACKS, type AttackName } from "./attacks.ts";

/**
 * `npm run test:abuse [-- --short] [attack ...]`: hostile clients against a whole local system, and what its
 * other users notice. Prints the table of docs/security.md; exit code 1 when a goal is not met.
 */
const { values, positionals } = parseArgs({
  options: { short: { type: "boolean", default: false } },
  allowPositionals: true,
});
const names = Object.keys(ATTACKS) as AttackName[];
const unknown = positionals.filter((name) => !(names as string[]).includes(name));
if (unknown.length > 0) {
  console.error(`There is no attack ${unknown.join(", ")}: choose from ${names.join(", ")}.`);
  process.exit(2);
}
const chosen = positionals.length === 0 ? names : (positionals as AttackName[]);

const directory = await mkdtemp(join(tmpdir(), `abuse-${randomBytes(3).toString("hex")}-`));
// PostgreSQL runs under a separate account when root starts it.
await chmod(directory, 0o711);
let areMet = true;
const system = await startAbusedSystem(directory, values.short);
try {
  console.log("| attack | victim | quiet | attacked | goal | met |\n| --- | --- | --- | --- | --- | --- |");
  for (const name of chosen) {
    console.error(`${name} …`);
    for (const row of await ATTACKS[name](system.target)) {
      areMet &&= row.met;
      console.log(textOf(row));
    }
  }
} finally {
  await system.stop();
  await rm(directory, { recursive: true, force: true });
}
process.exit(areMet ? 0 : 1);

function textOf({ attack, victim, quiet, attacked, goal, met }: Row): string {
  return `| ${[attack, victim, quiet, attacked, goal, met ? "yes" : "no"].join(" | ")} |`;
}
