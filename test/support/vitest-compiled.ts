import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { packageRoot } from "../../infra/package-root.ts";

/**
 * Compiles all sources once for all test files, so that the processes they start need no TypeScript loader;
 * see `siblingEntry`.
 */
export default async function compileSources(): Promise<void> {
  const folder = join(packageRoot, ".geopera", "test-build");
  const outputs = ["--outDir", folder, "--tsBuildInfoFile", join(folder, ".tsbuildinfo")];
  const compiler = join(packageRoot, "node_modules", ".bin", "tsc");
  // Errors of types are the business of `npm run check`: JavaScript comes out all the same.
  await promisify(execFile)(compiler, ["-p", "tsconfig.bench.json", ...outputs], { cwd: packageRoot }).catch(
    (error: { stdout?: string }) => console.warn(error.stdout ?? error),
  );
  process.env["COMPILED_SOURCES"] = folder;
}
