/** Red, green, blue, opacity: 0 to 255. */
export type Rgba = readonly [number, number, number, number];

/** A colour at a place from 0 to 1. */
export type ColorStop = readonly [position: number, color: Rgba];

/**
 * Colours of named maps from low to high, evenly spaced unless positions are given: matplotlib's and ColorBrewer's published values
 * (BSD-like and Apache-2.0 licences).
 */
const COLORS: Readonly<Record<string, string>> = {
  gray: "000000 ffffff",
  viridis: "440154 482878 3e4a89 31688e 26828e 1f9e89 35b779 6dcd59 b4de2c fde725",
  magma: "000004 180f3e 451077 721f81 9f2f7f cd4071 f1605d fd9567 feca8d fcfdbf",
  inferno: "000004 1b0c42 4b0c6b 781c6d a52c60 cf4446 ed6925 fb9a06 f7d03c fcffa4",
  plasma: "0d0887 47039f 7301a8 9c179e bd3786 d8576b ed7953 fa9e3b fdc926 f0f921",
  cividis: "00204d 00336f 39486b 575c6d 707173 8a8779 a69d75 c4b56c e4cf5b ffea46",
  turbo: "30123b 4662d7 36aaf9 1ae4b6 72fe5e c7ef34 faba39 f66b19 cb2a04 7a0403",
  rdylgn: "a50026 d73027 f46d43 fdae61 fee08b ffffbf d9ef8b a6d96a 66bd63 1a9850 006837",
  rdylbu: "a50026 d73027 f46d43 fdae61 fee090 ffffbf e0f3f8 abd9e9 74add1 4575b4 313695",
  rdbu: "67001f b2182b d6604d f4a582 fddbc7 f7f7f7 d1e5f0 92c5de 4393c3 2166ac 053061",
  spectral: "9e0142 d53e4f f46d43 fdae61 fee08b ffffbf e6f598 abdda4 66c2a5 3288bd 5e4fa2",
  brbg: "543005 8c510a bf812d dfc27d f6e8c3 f5f5f5 c7eae5 80cdc1 35978f 01665e 003c30",
  blues: "f7fbff deebf7 c6dbef 9ecae1 6baed6 4292c6 2171b5 08519c 08306b",
  greens: "f7fcf5 e5f5e0 c7e9c0 a1d99b 74c476 41ab5d 238b45 006d2c 00441b",
  reds: "fff5f0 fee0d2 fcbba1 fc9272 fb6a4a ef3b2c cb181d a50f15 67000d",
  greys: "ffffff f0f0f0 d9d9d9 bdbdbd 969696 737373 525252 252525 000000",
  ylorrd: "ffffcc ffeda0 fed976 feb24c fd8d3c fc4e2a e31a1c bd0026 800026",
  ylgn: "ffffe5 f7fcb9 d9f0a3 addd8e 78c679 41ab5d 238443 006837 004529",
  ylgnbu: "ffffd9 edf8b1 c7e9b4 7fcdbb 41b6c4 1d91c0 225ea8 253494 081d58",
  coolwarm: "3b4cc0 688aef 99baff c9d8ef edd1c2 f7a789 e26952 b40426",
  terrain: "0:333399 0.15:0099ff 0.25:00cc66 0.5:ffff99 0.75:805c54 1:ffffff",
  hot: "0:0b0000 0.365:ff0000 0.746:ffff00 1:ffffff",
  jet: "0:000080 0.125:0000ff 0.375:00ffff 0.625:ffff00 0.875:ff0000 1:800000",
  rainbow: "8000ff 386df9 12c8e6 5af8c8 a4f89f ecc86f ff6d38 ff0000",
};

/** Every map by name; each can also be had reversed, as `name_r`. */
export const COLOR_MAP_NAMES: readonly string[] = Object.keys(COLORS);

/** A map's stops by its name in any case, reversed with `_r`; undefined when there is no such map. */
export function colorMapStops(name: string): ColorStop[] | undefined {
  const [, plain = "", reversed] = /^(.*?)(_r)?$/.exec(name.toLowerCase()) ?? [];
  if (!Object.hasOwn(COLORS, plain)) return undefined;
  const entries = COLORS[plain]!.split(" ");
  const stops = entries.map((entry, index): ColorStop => {
    const [first = "", second] = entry.split(":");
    const position = second === undefined ? index / (entries.length - 1) : Number(first);
    return [position, parseColor(`#${second ?? first}`)!];
  });
  if (reversed === undefined) return stops;
  return stops.map(([position, color]): ColorStop => [1 - position, color]).reverse();
}

/** `#rrggbb` or `#rrggbbaa`; undefined for anything else. */
export function parseColor(text: string): Rgba | undefined {
  if (!/^#[0-9a-f]{6}([0-9a-f]{2})?$/i.test(text)) return undefined;
  const byte = (at: number) => Number.parseInt(text.slice(at, at + 2), 16);
  return [byte(1), byte(3), byte(5), text.length === 9 ? byte(7) : 255];
}
