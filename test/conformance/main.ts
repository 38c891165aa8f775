import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { createScratchMemory } from "../../workers/render/kernels/scratch.ts";
import { compareFile, type FileResult } from "./compare-file.ts";
import { isRight } from "./compare-tile.ts";
import { GENERATED_FILES, makeGenerated } from "./generated-files.ts";
import { kindOfFile } from "./kind-of-file.ts";
import { chooseReference } from "./reference-command.ts";
import { reportOf, totalsOf, type ReportedFile } from "./conformance-report.ts";

// npm run conformance -- [--write docs/conformance.md] [--no-generated] [--brief] [--command] FOLDER...
const options = process.argv.slice(2);
const isOn = (name: string) => options.includes(name);
const writeAt = options.indexOf("--write");
const target = writeAt < 0 ? undefined : resolve(options[writeAt + 1] ?? "docs/conformance.md");
const paths = options.filter(
  (option, index) => !option.startsWith("--") && (writeAt < 0 || index !== writeAt + 1),
);

const BRIEF_TILES = 12;
const folder = mkdtempSync(join(tmpdir(), "conformance-"));
const { name: referenceName, reference } = await chooseReference(
  isOn("--command") ? "command" : "library",
  join(folder, "reference.tif"),
);
const comparison = {
  memory: createScratchMemory({ strict: true }),
  reference,
  converted: join(folder, "converted.tif"),
  ...(isOn("--brief") ? { tilesMax: BRIEF_TILES } : {}),
};

const generated = isOn("--no-generated")
  ? []
  : Object.keys(GENERATED_FILES).map((name) => makeGenerated(folder, name));
const reported: ReportedFile[] = [];
for (const location of [...paths.flatMap(tiffsBelow), ...generated]) {
  const result = await compareFile(comparison, location);
  const name = basename(location);
  reported.push({ name, kind: kindOfFile(result), result });
  console.error(`${name}: ${describe(result)}`);
}
const report = reportOf(reported, referenceName);
console.log(report);
if (target !== undefined) writeFileSync(target, documentOf(report));
rmSync(folder, { recursive: true });

function tiffsBelow(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tiff?$/i.test(name))
    .sort()
    .map((name) => join(path, name));
}

function describe(result: FileResult): string {
  if (result.kind === "refused") return `refused, ${result.message}`;
  const wrong = result.tiles.filter((tile) => !isRight(tile));
  const named = wrong.slice(0, 8).map(({ tile: { z, x, y }, decibels, masks, isWronglyEmpty }) => {
    const state = isWronglyEmpty ? " wrongly empty" : "";
    return `\n    ${z}/${x}/${y} ${decibels.toFixed(1)} dB, masks ${(masks * 100).toFixed(2)} %${state}`;
  });
  return `${result.tiles.length} tiles, ${wrong.length} wrong${named.join("")}`;
}

function documentOf(table: string): string {
  const { files, tiles, bitEqual, withValues, close, wronglyEmpty, wrongMasks } = totalsOf(reported);
  const percent = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;
  return `# Conformance

How tiles compare with those of gdalwarp. \`npm run conformance -- --write docs/conformance.md FOLDER...\`
writes this page: it registers every TIFF below the folders and its own generated files, as the service does.
It draws all tiles of zooms 0 to 2, and tiles in the middle, at corners, at an edge and just outside, from the
smallest to twice enlarged. A tile is right when its values are within 40 dB of gdalwarp's, its mask agrees in
999 of 1,000 pixels, and it is not left out where gdalwarp has a pixel.

${isOn("--brief") ? `This run took ${BRIEF_TILES} of these tiles of each file, evenly (\`--brief\`). ` : ""}Where gdalwarp's
usual result differs, the one that it makes without approximation counts, with a closer look for the data
under the tile. Files that are placed by control points are compared as their preparation makes them.
[Decision 124](decisions/0124-where-tiles-leave-gdalwarp.md) says where tiles differ on purpose.

- ${files} files, ${tiles} tiles; ${percent(bitEqual, tiles)} are equal to the bit
- ${percent(close, withValues)} of the tiles with values are at 40 dB or better
- ${wronglyEmpty} tiles are wrongly empty; ${wrongMasks} masks are wrong

${table}`;
}
