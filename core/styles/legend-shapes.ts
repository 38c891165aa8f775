import type { Legend } from "./legend.ts";

/** A part of a legend's picture; text has its baseline at y. */
export type LegendShape =
  | {
      readonly kind: "text";
      readonly x: number;
      readonly y: number;
      readonly content: string;
      readonly anchor: "start" | "middle" | "end";
      readonly isBold: boolean;
    }
  | {
      readonly kind: "box";
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly color: string;
    }
  /** Colours from left to right, at positions from 0 to 1. */
  | {
      readonly kind: "ramp";
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly stops: readonly { readonly at: number; readonly color: string }[];
    };

/** A legend laid out as a picture. */
export interface LegendLayout {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly LegendShape[];
}

/** Classes in a picture; the last line says how many more there are. */
const ENTRIES_MAX = 40;

const WIDTH = 260;
const LINE = 22;
const TOP = 28;
const MARGIN = 10;

/** How high boxes and ramps are. */
export const BOX_HEIGHT = 16;

/** Lays a legend out, 260 pixels wide and a thousand high at most. */
export function layOutLegend(legend: Legend): LegendLayout {
  const { shapes, height } = bodyOf(legend);
  const title = legend.unit === null ? legend.title : `${legend.title} (${legend.unit})`;
  return {
    width: WIDTH,
    height: TOP + height,
    shapes: [text(MARGIN, 19, title, { isBold: true }), ...shapes],
  };
}

interface Body {
  readonly shapes: readonly LegendShape[];
  readonly height: number;
}

function bodyOf(legend: Legend): Body {
  switch (legend.kind) {
    case "ramp":
      return rampOf(legend.stops);
    case "classes":
      return classesOf(legend.stops);
    case "rgb":
      return linesOf(
        legend.bands.map(
          ({ channel, name, low, high }) => `${channel}: ${name} (${nice(low)} to ${nice(high)})`,
        ),
      );
    case "none":
      return { shapes: [], height: 8 };
  }
}

function rampOf(stops: Legend["stops"]): Body {
  const low = stops[0]?.value ?? 0;
  const high = stops.at(-1)?.value ?? 1;
  const range = high - low || 1;
  const y = TOP + BOX_HEIGHT + 16;
  return {
    shapes: [
      {
        kind: "ramp",
        x: MARGIN,
        y: TOP,
        width: WIDTH - 2 * MARGIN,
        stops: stops.map(({ value, color }) => ({ at: (value - low) / range, color })),
      },
      text(MARGIN, y, nice(low)),
      text(WIDTH / 2, y, nice((low + high) / 2), { anchor: "middle" }),
      text(WIDTH - MARGIN, y, nice(high), { anchor: "end" }),
    ],
    height: 42,
  };
}

function classesOf(stops: Legend["stops"]): Body {
  const shown = stops.slice(0, ENTRIES_MAX);
  const shapes = shown.flatMap(({ value, to, color, label: name }, index): LegendShape[] => {
    const y = TOP + index * LINE;
    const label = name ?? (to === undefined ? nice(value) : `${nice(value)} to ${nice(to)}`);
    return [{ kind: "box", x: MARGIN, y, width: 26, color }, text(44, y + 13, label)];
  });
  const more = stops.length - shown.length;
  if (more > 0) shapes.push(text(MARGIN, TOP + shown.length * LINE + 13, `and ${more} more`));
  return { shapes, height: (shown.length + (more > 0 ? 1 : 0)) * LINE + 6 };
}

function linesOf(labels: readonly string[]): Body {
  return {
    shapes: labels.map((label, index) => text(MARGIN, TOP + index * LINE + 13, label)),
    height: labels.length * LINE + 6,
  };
}

function text(
  x: number,
  y: number,
  content: string,
  {
    anchor = "start",
    isBold = false,
  }: Partial<Pick<Extract<LegendShape, { kind: "text" }>, "anchor" | "isBold">> = {},
): LegendShape {
  return { kind: "text", x, y, content: cut(content), anchor, isBold };
}

/** Four digits say enough beside a colour. */
function nice(value: number): string {
  return String(Number(value.toPrecision(4)));
}

function cut(label: string): string {
  return label.length > 38 ? `${label.slice(0, 37)}…` : label;
}
