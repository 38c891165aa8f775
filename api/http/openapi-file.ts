import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { packageRoot } from "../../infra/package-root.ts";
import { openapiDocument } from "./openapi-document.ts";

/**
 * `--write` writes the document to docs/openapi.json; `--check` fails when that file differs from the
 * registry.
 */
const path = join(packageRoot, "docs", "openapi.json");
const text = `${JSON.stringify(openapiDocument(), undefined, 1)}\n`;

if (process.argv.includes("--write")) {
  await writeFile(path, text);
} else if ((await readFile(path, "utf8").catch(() => "")) !== text) {
  process.stderr.write("docs/openapi.json is not what the operations say: run `npm run openapi`.\n");
  process.exitCode = 1;
}
