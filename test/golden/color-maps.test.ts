import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { COLOR_MAP_NAMES, colorMapStops } from "../../core/styles/color-maps.ts";
import { colorAt } from "../../workers/render/drawing/color-table.ts";

/**
 * The 256 colours of each map in matplotlib 3.6.3, three bytes each as base64, printed by matplotlib itself
 * (Matplotlib License, https://matplotlib.org/stable/project/license.html; see NOTICE).
 */
const { colors } = JSON.parse(readFileSync(new URL("matplotlib-colors.json", import.meta.url), "utf8")) as {
  readonly colors: Readonly<Record<string, string>>;
};

/** By how many levels of 255 a colour may be off; one unless named. docs/tiles.md says the same. */
const LEVELS: Readonly<Record<string, number>> = {
  gist_ncar: 2,
  gist_rainbow: 2,
  gist_stern: 3,
  hsv: 2,
  nipy_spectral: 2,
  terrain: 2,
  twilight: 2,
  twilight_shifted: 2,
  prism: 8,
  flag: 11,
};

/** Maps of equal steps: where two meet, the colour may be the neighbour's. */
const BORDERS_MAX = 2;
const STEPPED = new Set(
  "accent dark2 okabe_ito paired pastel1 pastel2 set1 set2 set3 tab10 tab20 tab20b tab20c".split(" "),
);

const names = COLOR_MAP_NAMES.filter((name) => Object.hasOwn(colors, name));

test("there are matplotlib's colours for most of its maps", () => {
  expect(names.length).toBeGreaterThanOrEqual(80);
});

test.each(names)("%s is matplotlib's own, to the levels that docs/tiles.md names", (name) => {
  const theirs = Buffer.from(colors[name]!, "base64");
  const stops = colorMapStops(name)!.map(
    ([position, [red, green, blue, alpha]]): [number, [number, number, number, number]] => [
      position,
      [red, green, blue, alpha],
    ],
  );
  const { table, entryOf } = colorAt({ kind: "ramp", stops }, [0, 255]);
  const differences = Array.from({ length: 256 }, (_, value) => {
    const channels = [0, 1, 2].map((channel) =>
      Math.abs(table[4 * entryOf(value) + channel]! - theirs[3 * value + channel]!),
    );
    return Math.max(...channels);
  });
  const beyond = differences.filter((difference) => difference > (LEVELS[name] ?? 1));
  expect(beyond.length).toBeLessThanOrEqual(STEPPED.has(name) ? BORDERS_MAX : 0);
});
