import { isDemoScene, makeDemoScene } from "./demo-scenes.ts";
import { examineSource, type SourceVerdict } from "../../../workers/ingest/examine-source.ts";

/**
 * Runs GDAL in a separate process, because a broken file may crash it: `examine <file>` or
 * `demo <scene> <destination>`. Prints a SourceVerdict; anything else than exit code 0 is a
 * failure with its reason on stderr.
 */
async function run([verb, first = "", second = ""]: readonly string[]): Promise<SourceVerdict> {
  if (verb === "examine") return examineSource(first);
  if (verb === "demo" && isDemoScene(first)) await makeDemoScene(first, second);
  else throw new Error(`unknown work: ${verb} ${first}`);
  return { use: "as-is" };
}

try {
  process.stdout.write(JSON.stringify(await run(process.argv.slice(2))));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
