import { CMOCEAN_RAMPS } from "./color-map-cmocean.ts";
import { CRAMERI_RAMPS } from "./color-map-crameri.ts";
import { MATPLOTLIB_ALIASES, MATPLOTLIB_RAMPS, QUALITATIVE_MAPS } from "./color-map-matplotlib.ts";
import { OWN_RAMPS, PALETTE_TABLES } from "./color-map-palette-tables.ts";

/** Red, green, blue, opacity: 0 to 255. */
export type Rgba = readonly [number, number, number, number];

/** A colour at a place from 0 to 1. */
export type ColorStop = readonly [position: number, color: Rgba];

const RAMPS = { ...MATPLOTLIB_RAMPS, ...CMOCEAN_RAMPS, ...CRAMERI_RAMPS, ...OWN_RAMPS };

/** Every map by name; `name_r` is its reverse. */
export const COLOR_MAP_NAMES: readonly string[] = [
  ...Object.keys(RAMPS),
  ...Object.keys(PALETTE_TABLES),
  ...Object.keys(QUALITATIVE_MAPS),
  ...Object.keys(MATPLOTLIB_ALIASES),
].sort();

/** A map's stops by its name in any case, reversed with `_r`; undefined when there is no such map. */
export function colorMapStops(name: string): ColorStop[] | undefined {
  const [, plain = "", reversed] = /^(.*?)(_r)?$/.exec(name.toLowerCase()) ?? [];
  const stops = stopsOf(Object.hasOwn(MATPLOTLIB_ALIASES, plain) ? MATPLOTLIB_ALIASES[plain]! : plain);
  if (reversed === undefined) return stops;
  return stops?.map(([position, color]): ColorStop => [1 - position, color]).reverse();
}

function stopsOf(name: string): ColorStop[] | undefined {
  if (Object.hasOwn(RAMPS, name)) {
    return RAMPS[name]!.split(" ").map((entry): ColorStop => {
      const [place, color] = entry.split(":");
      return [Number(place) / 255, parseColor(`#${color}`)!];
    });
  }
  if (Object.hasOwn(PALETTE_TABLES, name)) {
    const colors = colorsOf(PALETTE_TABLES[name]!);
    return colors.map((color, index): ColorStop => [index / (colors.length - 1), color]);
  }
  if (!Object.hasOwn(QUALITATIVE_MAPS, name)) return undefined;
  const colors = colorsOf(QUALITATIVE_MAPS[name]!);
  // Two stops at one position make a step.
  return colors.flatMap((color, index): ColorStop[] => [
    [index / colors.length, color],
    [(index + 1) / colors.length, color],
  ]);
}

function colorsOf(list: string): Rgba[] {
  return list.split(" ").map((color) => parseColor(`#${color}`)!);
}

/** `#rrggbb` or `#rrggbbaa`; undefined for anything else. */
export function parseColor(text: string): Rgba | undefined {
  if (!/^#[0-9a-f]{6}([0-9a-f]{2})?$/i.test(text)) return undefined;
  const byte = (at: number) => Number.parseInt(text.slice(at, at + 2), 16);
  return [byte(1), byte(3), byte(5), text.length === 9 ? byte(7) : 255];
}
