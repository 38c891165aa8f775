import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packageRoot } from "../../infra/package-root.ts";

/*
 * `npm run chart` renders the chart for its examples, as Helm does, into infra/kubernetes/rendered. It needs
 * what Debian calls golang-go, golang-github-masterminds-sprig-dev and golang-gopkg-yaml.v3-dev.
 */

/** The examples whose manifests are kept beside the chart, for people without Helm. */
export const EXAMPLES = ["minimal", "external-services"] as const;

const GO_PATH = "/usr/share/gocode";

const folder = join(packageRoot, "infra", "kubernetes");

/** The file with the manifests of an example. */
export const renderedFile = (example: string): string => join(folder, "rendered", `${example}.yaml`);

/** The first line of the manifests: what they were made of. */
export function originOf(example: string): string {
  const chart = readdirSync(join(folder, "chart"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
  const hash = createHash("sha256");
  for (const path of [...chart, join(folder, "examples", `${example}.yaml`)]) hash.update(readFileSync(path));
  return `# Made by "npm run chart" of the chart and examples/${example}.yaml, sha256 ${hash.digest("hex")}\n`;
}

function main(): void {
  const scratch = mkdtempSync(join(tmpdir(), "chart-"));
  try {
    const program = join(scratch, "render");
    const source = join(packageRoot, "test", "chart", "render.go");
    const go = { GO111MODULE: "off", GOPATH: GO_PATH, GOCACHE: join(scratch, "cache") };
    execFileSync("go", ["build", "-o", program, source], { env: { ...process.env, ...go } });
    mkdirSync(join(folder, "rendered"), { recursive: true });
    for (const example of EXAMPLES) {
      const values = join(folder, "examples", `${example}.yaml`);
      const args = [join(folder, "chart"), "geopera", values];
      const manifests = execFileSync(program, args, { encoding: "utf8" });
      writeFileSync(renderedFile(example), originOf(example) + manifests);
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

if (process.argv[1] === import.meta.filename) main();
