// Prints the licence of every package that runs in production, from the lock file: `npm run licences`.
import { readFileSync } from "node:fs";

/** Licences that stand in the package's LICENSE file alone, by version. */
const IN_FILE = { "png-js 2.0.0": "MIT" };

const { packages } = JSON.parse(readFileSync(new URL("../package-lock.json", import.meta.url), "utf8"));
for (const [path, { version, license, dev, link }] of Object.entries(packages)) {
  if (!path.includes("node_modules/") || dev || link) continue;
  const name = path.split("node_modules/").at(-1);
  const stated = license ?? IN_FILE[`${name} ${version}`] ?? "none stated";
  process.stdout.write(`${name}\t${version}\t${stated}\n`);
}
