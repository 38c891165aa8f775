import type { FileResult } from "./compare-file.ts";
import { isRight, type TileResult } from "./compare-tile.ts";

/** A file that was compared, with the kind it is an example of. */
export interface ReportedFile {
  readonly name: string;
  readonly kind: string;
  readonly result: FileResult;
}

/** What a set of tiles adds up to. */
interface Totals {
  readonly files: number;
  readonly tiles: number;
  readonly bitEqual: number;
  readonly withValues: number;
  readonly close: number;
  readonly wronglyEmpty: number;
  readonly wrongMasks: number;
}

/** Adds up the tiles of files. */
export function totalsOf(files: readonly ReportedFile[]): Totals {
  const compared = files.flatMap(({ result }) => (result.kind === "compared" ? [result] : []));
  const tiles = compared.flatMap((result) => result.tiles);
  const count = (which: (tile: TileResult) => boolean) => tiles.filter(which).length;
  const withValues = tiles.filter(({ decibels }) => !Number.isNaN(decibels));
  return {
    files: compared.length,
    tiles: tiles.length,
    bitEqual: count(({ decibels, masks }) => masks === 1 && !(decibels < Infinity)),
    withValues: withValues.length,
    close: withValues.filter(({ decibels }) => decibels >= 40).length,
    wronglyEmpty: count((tile) => tile.isWronglyEmpty),
    wrongMasks: count(({ masks }) => masks < 0.999),
  };
}

const COLUMNS = [
  "files",
  "tiles",
  "equal to the bit",
  "at 40 dB",
  "wrongly empty",
  "wrong masks",
  "worst tile",
];

/** The table by kind, and the files that were refused, as Markdown. */
export function reportOf(files: readonly ReportedFile[], reference: string): string {
  const compared = files.filter(({ result }) => result.kind === "compared");
  const kinds = [...new Set(compared.map(({ kind }) => kind))].sort();
  const rows = kinds.map((kind) =>
    rowOf(
      kind,
      files.filter((file) => file.kind === kind),
    ),
  );
  const refused = files.flatMap(({ name, result }) =>
    result.kind === "refused" ? [`| \`${name}\` | ${result.message} |`] : [],
  );
  return [
    `Reference: ${reference}.`,
    "",
    `| kind | ${COLUMNS.join(" | ")} |`,
    `| --- |${" --- |".repeat(COLUMNS.length)}`,
    ...rows,
    rowOf("**all**", files),
    ...(refused.length === 0 ? [] : ["", "Refused:", "", "| file | answer |", "| --- | --- |", ...refused]),
    "",
  ].join("\n");
}

function rowOf(kind: string, files: readonly ReportedFile[]): string {
  const totals = totalsOf(files);
  const share = (part: number, whole: number) =>
    whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)} %`;
  const cells = [
    totals.files,
    totals.tiles,
    share(totals.bitEqual, totals.tiles),
    share(totals.close, totals.withValues),
    totals.wronglyEmpty,
    totals.wrongMasks,
    worstOf(files),
  ];
  return `| ${kind} | ${cells.join(" | ")} |`;
}

/** The tile that is farthest from gdalwarp's, or a dash where all are right. */
function worstOf(files: readonly ReportedFile[]): string {
  const wrong = files.flatMap(({ name, result }) =>
    result.kind === "compared"
      ? result.tiles.filter((tile) => !isRight(tile)).map((tile) => ({ name, ...tile }))
      : [],
  );
  const [worst] = wrong.sort((a, b) => badness(b) - badness(a));
  if (!worst) return "–";
  const { z, x, y } = worst.tile;
  const values = Number.isNaN(worst.decibels) ? "" : ` ${worst.decibels.toFixed(1)} dB,`;
  return `${worst.name} ${z}/${x}/${y}:${values} masks ${(worst.masks * 100).toFixed(2)} %`;
}

function badness({ isWronglyEmpty, masks, decibels }: TileResult): number {
  return (isWronglyEmpty ? 1000 : 0) + (1 - masks) * 100 + Math.max(0, 40 - (decibels || 40)) / 10;
}
