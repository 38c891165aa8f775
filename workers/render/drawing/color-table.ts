import type { RenderStyle } from "../../../core/styles/render-style.ts";

/** Colours, four bytes each, and which of them a value has; -1: none. */
export interface ColorTable {
  readonly table: Uint8ClampedArray;
  readonly entryOf: (value: number) => number;
}

const RAMP_ENTRIES = 1024;

/** The colours of a map for values stretched over a range. */
export function colorAt(
  color: Extract<RenderStyle["color"], object>,
  [low, high]: readonly [number, number],
): ColorTable {
  switch (color.kind) {
    case "ramp": {
      const last = RAMP_ENTRIES - 1;
      const factor = last / (high - low);
      return {
        table: rampTable(color.stops),
        entryOf: (value) => Math.max(0, Math.min(last, Math.round((value - low) * factor))),
      };
    }
    case "intervals":
      return {
        table: Uint8ClampedArray.from(color.intervals.flatMap(([, , rgba]) => rgba)),
        entryOf: (value) => color.intervals.findIndex(([from, to]) => value >= from && value < to),
      };
    case "classes": {
      const entries = new Map(color.classes.map(([value], index) => [value, index]));
      return {
        table: Uint8ClampedArray.from(color.classes.flatMap(([, rgba]) => rgba)),
        entryOf: (value) => entries.get(value) ?? -1,
      };
    }
  }
}

function rampTable(stops: Extract<RenderStyle["color"], { kind: "ramp" }>["stops"]): Uint8ClampedArray {
  const table = new Uint8ClampedArray(RAMP_ENTRIES * 4);
  for (let entry = 0; entry < RAMP_ENTRIES; entry++) {
    const place = entry / (RAMP_ENTRIES - 1);
    const above = stops.findIndex(([position]) => position >= place);
    const [upperAt, upper] = stops[above < 0 ? stops.length - 1 : above]!;
    const [lowerAt, lower] = stops[above < 0 ? stops.length - 1 : Math.max(0, above - 1)]!;
    const share = upperAt > lowerAt ? (place - lowerAt) / (upperAt - lowerAt) : 0;
    for (let channel = 0; channel < 4; channel++) {
      table[entry * 4 + channel] = lower[channel]! + (upper[channel]! - lower[channel]!) * share;
    }
  }
  return table;
}
