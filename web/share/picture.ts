import type { Map as MapLibreMap } from "maplibre-gl";
import type { Legend } from "../client/shared-map.ts";
import { formatPosition } from "../components/map/position-readout.ts";
import { formatLength } from "../components/measure/format-measures.ts";
import type { Wording } from "../languages/translate.ts";
import type { Comparison } from "./comparison.ts";

/** What a picture of the map says. */
export interface PictureContent {
  readonly map: MapLibreMap;
  readonly comparison: Comparison | undefined;
  readonly title: string;
  /** What the right side shows, where two are compared. */
  readonly comparedTitle: string | undefined;
  readonly legend: Legend | undefined;
  readonly attribution: string | undefined;
  readonly wording: Wording;
}

const INK = "#16211f";
const SOFT = "#55605d";
const PAPER = "#ffffff";
const MARGIN = 16;
const LINE = 20;

/** The map as it is now, with its scale, legend, attribution and date below it. */
export function composePicture(content: PictureContent): HTMLCanvasElement {
  const { map, comparison } = content;
  const source = map.getCanvas();
  const ratio = source.width / source.clientWidth;
  const [width, height] = [source.clientWidth, source.clientHeight];
  const canvas = document.createElement("canvas");
  canvas.width = source.width;
  canvas.height = source.height + Math.ceil(footerHeight(content) * ratio);
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("this browser draws no pictures");
  context.fillStyle = PAPER;
  context.fillRect(0, 0, canvas.width, canvas.height);
  // What WebGL has drawn can be read only until the browser shows it.
  map.redraw();
  context.drawImage(source, 0, 0);
  context.scale(ratio, ratio);
  if (comparison !== undefined) drawCompared(context, comparison, width, height);
  drawFooter(context, content, width, height);
  return canvas;
}

/** Saves a picture as a PNG file. */
export async function savePicture(picture: HTMLCanvasElement, name: string): Promise<void> {
  const blob = await new Promise<Blob | null>((resolve) => picture.toBlob(resolve, "image/png"));
  if (blob === null) throw new Error("the picture is too large");
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = `${fileName(name)}.png`;
  link.click();
  // The browser takes its own copy when the download starts.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function fileName(name: string): string {
  return name.replaceAll(/[^\p{L}\p{N}]+/gu, "-").replaceAll(/^-+|-+$/g, "") || "map";
}

function drawCompared(
  context: CanvasRenderingContext2D,
  { map, place }: Comparison,
  width: number,
  height: number,
): void {
  map.redraw();
  context.save();
  context.beginPath();
  context.rect(place * width, 0, width, height);
  context.clip();
  context.drawImage(map.getCanvas(), 0, 0, width, height);
  context.restore();
  context.fillStyle = PAPER;
  context.fillRect(place * width - 1, 0, 2, height);
}

function footerHeight({ legend }: PictureContent): number {
  const rows = legend?.kind === "classes" ? Math.ceil((legend.stops?.length ?? 0) / 3) : 0;
  return MARGIN * 2 + LINE * (3 + (legend?.kind === "ramp" ? 2 : rows));
}

function drawFooter(
  context: CanvasRenderingContext2D,
  { map, title, comparedTitle, legend, attribution, wording }: PictureContent,
  width: number,
  top: number,
): void {
  const font = (weight: number, size: number) => {
    context.font = `${weight} ${size}px system-ui, sans-serif`;
  };
  let y = top + MARGIN + 14;
  context.fillStyle = INK;
  font(600, 16);
  context.fillText(
    comparedTitle === undefined ? title : `${title} | ${comparedTitle}`,
    MARGIN,
    y,
    width - 2 * MARGIN,
  );
  y += LINE;
  font(400, 12);
  context.fillStyle = SOFT;
  const { lng, lat } = map.getCenter();
  const place = formatPosition({ lng, lat }, map.getZoom());
  context.fillText(`${place}  ·  ${wording.moment(new Date())}`, MARGIN, y, width - 2 * MARGIN);
  y += LINE;
  drawScale(context, map, wording, y);
  if (attribution) {
    context.textAlign = "right";
    context.fillText(attribution, width - MARGIN, y, width - 220);
    context.textAlign = "left";
  }
  if (legend?.kind === "ramp") drawRamp(context, legend, wording, width, y + LINE);
  if (legend?.kind === "classes") drawClasses(context, legend, wording, width, y + LINE);
}

/** A bar of a round length, true in the middle of the map. */
function drawScale(context: CanvasRenderingContext2D, map: MapLibreMap, wording: Wording, y: number): void {
  const { clientWidth, clientHeight } = map.getCanvas();
  const reach = 50;
  const from = map.unproject([clientWidth / 2 - reach, clientHeight / 2]);
  const to = map.unproject([clientWidth / 2 + reach, clientHeight / 2]);
  const metres = from.distanceTo(to);
  if (!(metres > 0)) return;
  const round = roundLength(metres * 1.5);
  const length = (round / metres) * 2 * reach;
  context.strokeStyle = INK;
  context.lineWidth = 2;
  context.beginPath();
  context.moveTo(MARGIN + 1, y - 8);
  context.lineTo(MARGIN + 1, y);
  context.lineTo(MARGIN + length, y);
  context.lineTo(MARGIN + length, y - 8);
  context.stroke();
  context.fillText(formatLength(round, wording), MARGIN + length + 8, y);
}

/** The largest of 1, 2 and 5 times a power of ten that is not longer. */
export function roundLength(metres: number): number {
  const power = 10 ** Math.floor(Math.log10(metres));
  return ([5, 2, 1].find((step) => step * power <= metres) ?? 1) * power;
}

function drawRamp(
  context: CanvasRenderingContext2D,
  { stops = [], title = "", unit }: Legend,
  wording: Wording,
  width: number,
  y: number,
): void {
  const [first, last] = [stops[0], stops.at(-1)];
  if (first === undefined || last === undefined) return;
  const length = Math.min(320, width - 2 * MARGIN);
  const gradient = context.createLinearGradient(MARGIN, 0, MARGIN + length, 0);
  const span = last.value - first.value || 1;
  for (const { value, color } of stops) {
    gradient.addColorStop(Math.min(1, Math.max(0, (value - first.value) / span)), color);
  }
  context.fillStyle = gradient;
  context.fillRect(MARGIN, y - 8, length, 10);
  context.fillStyle = SOFT;
  const end = wording.number(last.value);
  context.fillText(
    `${wording.number(first.value)} – ${end}${unit ? ` ${unit}` : ""}  ${title}`,
    MARGIN,
    y + 16,
    length,
  );
}

function drawClasses(
  context: CanvasRenderingContext2D,
  { stops = [] }: Legend,
  { number }: Wording,
  width: number,
  y: number,
): void {
  const column = (width - 2 * MARGIN) / 3;
  stops.forEach(({ value, color, label }, at) => {
    const [x, row] = [MARGIN + (at % 3) * column, y + Math.floor(at / 3) * LINE];
    context.fillStyle = color;
    context.fillRect(x, row - 10, 12, 12);
    context.fillStyle = SOFT;
    context.fillText(label ?? number(value), x + 18, row, column - 24);
  });
}
