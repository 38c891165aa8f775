/**
 * Maps from colour palette tables (.cpt), as colours from low to high at equal distances. `haxby` has the
 * eleven colours of MB-System, for gravity and depth (GMT's has 32 and other ends). `seis` (Suzan van der
 * Lee), `drywet` (Ed Maurer), `polar` and `red2green` are GMT's.
 */
export const PALETTE_TABLES: Readonly<Record<string, string>> = {
  drywet: "86612a eec764 b4ee87 32eeeb 0c78ee 2601b7 083371",
  haxby: "2539af 287ffb 32beff 6aebff 8aecae cdffa2 f0ec79 ffbd57 ffa144 ffba85 ffffff",
  polar: "0000ff ffffff ff0000",
  red2green: "ff0000 ffffff 00ff00",
  seis: "aa0000 ff0000 ff5500 ffaa00 ffff00 ffff00 5aff1e 00f06e 0050ff 0000cd",
};

/**
 * The project's own map, in the notation of color-map-matplotlib.ts: heights on land, from green to white.
 */
export const OWN_RAMPS: Readonly<Record<string, string>> = {
  dem: "0:2f7d4f 51:8fb76a 102:e6dfa0 153:c79a5b 204:8f5f3f 235:b9aca6 255:ffffff",
};
