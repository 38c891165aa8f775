// Prints the licence of every package that runs in production, from the lock file: `npm run licences`.
import { readFileSync } from "node:fs";

const { packages } = JSON.parse(readFileSync(new URL("../package-lock.json", import.meta.url), "utf8"));
for (const [path, { version, license, dev, link }] of Object.entries(packages)) {
  if (!path.includes("node_modules/") || dev || link) continue;
  process.stdout.write(`${path.split("node_modules/").at(-1)}\t${version}\t${license ?? "none stated"}\n`);
}
