import { crc32, deflateSync } from "node:zlib";
import { parseColor, type Rgba } from "./color-maps.ts";
import type { Legend } from "./legend.ts";
import { BASELINE, glyphOf, readGlyphs, type Glyph } from "./legend-glyphs.ts";
import { BOX_HEIGHT, layOutLegend, type LegendShape } from "./legend-shapes.ts";

/** Red, green and blue, row by row. */
interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
}

type Glyphs = ReadonlyMap<number, Glyph>;

/** A legend as PNG, for programs without SVG. Letters that are not Latin become a sign for unknown ones. */
export function legendPng(legend: Legend): Buffer {
  const { width, height, shapes } = layOutLegend(legend);
  const sheet: Sheet = { width, height, rgb: new Uint8Array(width * height * 3).fill(255) };
  const glyphs = readGlyphs();
  for (const shape of shapes) drawShape(sheet, glyphs, shape);
  return encode(sheet);
}

function drawShape(sheet: Sheet, glyphs: Glyphs, shape: LegendShape): void {
  switch (shape.kind) {
    case "text":
      return drawText(sheet, glyphs, shape);
    case "box": {
      const color = parseColor(shape.color) ?? CLEAR;
      return drawBox(sheet, shape, () => color);
    }
    case "ramp": {
      const stops = shape.stops.map(({ at, color }) => ({ at, color: parseColor(color) ?? CLEAR }));
      return drawBox(sheet, shape, (share) => colorAt(stops, share));
    }
  }
}

const CLEAR: Rgba = [255, 255, 255, 0];
const INK: Rgba = [26, 26, 26, 255];
const FRAME: Rgba = [140, 140, 140, 255];

function drawBox(
  sheet: Sheet,
  { x, y, width }: { readonly x: number; readonly y: number; readonly width: number },
  colorOf: (share: number) => Rgba,
): void {
  for (let column = 0; column < width; column += 1) {
    const inner = colorOf(column / (width - 1));
    for (let row = 0; row < BOX_HEIGHT; row += 1) {
      const isEdge = column === 0 || row === 0 || column === width - 1 || row === BOX_HEIGHT - 1;
      blend(sheet, x + column, y + row, isEdge ? FRAME : inner, 1);
    }
  }
}

function colorAt(stops: readonly { readonly at: number; readonly color: Rgba }[], share: number): Rgba {
  const above = stops.findIndex(({ at }) => at >= share);
  const upper = stops[above < 0 ? stops.length - 1 : above];
  const lower = stops[above < 0 ? stops.length - 1 : Math.max(0, above - 1)];
  if (upper === undefined || lower === undefined) return CLEAR;
  const part = upper.at > lower.at ? (share - lower.at) / (upper.at - lower.at) : 0;
  const mix = (channel: 0 | 1 | 2 | 3) =>
    lower.color[channel] + (upper.color[channel] - lower.color[channel]) * part;
  return [mix(0), mix(1), mix(2), mix(3)];
}

function drawText(
  sheet: Sheet,
  glyphs: Glyphs,
  { x, y, content, anchor, isBold }: Extract<LegendShape, { kind: "text" }>,
): void {
  const letters = fitting(glyphs, content, sheet.width - x - 6, anchor === "start");
  const width = letters.reduce((sum, { advance }) => sum + advance, 0);
  let pen = anchor === "start" ? x : x - (anchor === "end" ? width : width / 2);
  for (const glyph of letters) {
    drawGlyph(sheet, glyph, Math.round(pen), y - BASELINE);
    if (isBold) drawGlyph(sheet, glyph, Math.round(pen) + 1, y - BASELINE);
    pen += glyph.advance + (isBold ? BOLD_ADVANCE : 0);
  }
}

/** Bold letters are drawn twice. */
const BOLD_ADVANCE = 0.5;

/** The letters that fit, the last one an ellipsis where some do not. */
function fitting(glyphs: Glyphs, content: string, width: number, isBound: boolean): Glyph[] {
  const letters = Array.from(content).flatMap((letter) => glyphOf(glyphs, letter) ?? []);
  const [ellipsis] = Array.from("…").flatMap((letter) => glyphOf(glyphs, letter) ?? []);
  const widthOf = (some: readonly Glyph[]) =>
    some.reduce((sum, { advance }) => sum + advance + BOLD_ADVANCE, 0);
  if (!isBound || ellipsis === undefined || widthOf(letters) <= width) return letters;
  while (letters.length > 0 && widthOf(letters) + ellipsis.advance > width) letters.pop();
  return [...letters, ellipsis];
}

function drawGlyph(sheet: Sheet, { left, top, width, height, opacity }: Glyph, x: number, y: number): void {
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      blend(sheet, x + left + column, y + top + row, INK, opacity[row * width + column]! / 15);
    }
  }
}

function blend({ width, height, rgb }: Sheet, x: number, y: number, color: Rgba, share: number): void {
  if (x < 0 || y < 0 || x >= width || y >= height) return;
  const opacity = (color[3] / 255) * share;
  const at = (y * width + x) * 3;
  for (const channel of [0, 1, 2] as const) {
    rgb[at + channel] = Math.round(rgb[at + channel]! * (1 - opacity) + color[channel] * opacity);
  }
}

/** Eight bits of red, green and blue; rows without a filter. */
function encode({ width, height, rgb }: Sheet): Buffer {
  const rows = Buffer.alloc((width * 3 + 1) * height);
  for (let row = 0; row < height; row += 1) {
    rows.set(rgb.subarray(row * width * 3, (row + 1) * width * 3), row * (width * 3 + 1) + 1);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const chunks = [chunk("IHDR", header), chunk("IDAT", deflateSync(rows)), chunk("IEND", Buffer.alloc(0))];
  return Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), ...chunks]);
}

function chunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, "latin1"), content]);
  const around = Buffer.alloc(8);
  around.writeUInt32BE(content.length, 0);
  around.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([around.subarray(0, 4), named, around.subarray(4)]);
}
