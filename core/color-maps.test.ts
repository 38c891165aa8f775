import { expect, test } from "vitest";
import { COLOR_MAP_NAMES, colorMapStops } from "./color-maps.ts";

/** What matplotlib 3.11 answers for maps that people know, at 0, 64, 128, 191 and 255 of 255. */
const MATPLOTLIB = {
  viridis: "440154 3b528b 21918c 5cc863 fde725",
  magma: "000004 51127c b73779 fb8761 fcfdbf",
  inferno: "000004 57106e bc3754 f98c0a fcffa4",
  plasma: "0d0887 7e03a8 cc4778 f89441 f0f921",
  cividis: "00224e 434e6c 7d7c78 bbad6d fee838",
  turbo: "30123b 28bceb a4fc3c fb8122 7a0403",
  twilight: "e2d9e2 6275ba 301437 b25652 e2d9e2",
  blues: "f7fbff c6dbef 6aaed6 2171b5 08306b",
  greens: "f7fcf5 c7e9c0 73c476 238b45 00441b",
  rdylgn: "a50026 f98e52 feffbe 87cb67 006837",
  rdbu: "67001f e58368 f6f7f7 6bacd1 053061",
  spectral: "9e0142 f98e52 ffffbe 89d0a4 5e4fa2",
  coolwarm: "3b4cc0 8db0fe dddcdc f49a7b b40426",
  seismic: "00004c 0101ff fffdfd ff0101 800000",
  bwr: "0000ff 8080ff fffefe ff8080 ff0000",
  terrain: "333399 01cc66 fefe98 805c54 ffffff",
  gist_earth: "000000 2b737e 5ea04b bcac62 fdfbfb",
  ocean: "008000 002040 004080 3f9fbf ffffff",
  jet: "000080 0080ff 7dff7a ff9800 800000",
  hot: "0b0000 b30000 ff5c00 ffff03 ffffff",
  cubehelix: "000000 16534c a1794a c7b2ed ffffff",
  hsv: "ff0000 84ff00 00fff6 6c00ff ff0018",
  gist_stern: "000000 404080 8080fd bfbf0d ffffff",
  nipy_spectral: "000000 0078dd 00bc00 ffcd00 cccccc",
  rainbow: "8000ff 00b5eb 80ffb4 feb562 ff0000",
  bone: "000000 38384e 707b90 a7c7c7 ffffff",
  copper: "000000 4f3220 9e6440 ec955f ffc77f",
  gray: "000000 404040 808080 bfbfbf ffffff",
};

/** The colour at a place, on the straight line between its stops. */
function colorAt(name: string, place: number): number[] {
  const stops = colorMapStops(name)!;
  const above = Math.max(
    1,
    stops.findIndex(([position]) => position >= place),
  );
  const [[lowAt, low], [highAt, high]] = [stops[above - 1]!, stops[above]!];
  const share = highAt > lowAt ? (place - lowAt) / (highAt - lowAt) : 0;
  return [0, 1, 2].map((channel) => low[channel]! + (high[channel]! - low[channel]!) * share);
}

test.each(Object.entries(MATPLOTLIB))("%s is matplotlib's to a level", (name, colors) => {
  for (const [index, expected] of colors.split(" ").entries()) {
    const place = [0, 64, 128, 191, 255][index]! / 255;
    for (const [channel, level] of colorAt(name, place).entries()) {
      const wanted = Number.parseInt(expected.slice(channel * 2, channel * 2 + 2), 16);
      expect(Math.abs(level - wanted), `${name} at ${place}`).toBeLessThanOrEqual(1.5);
    }
  }
});

test("a map may be asked for in any case and reversed", () => {
  expect(colorMapStops("RdYlGn_r")).toEqual(
    colorMapStops("rdylgn")!
      .map(([position, color]) => [1 - position, color])
      .reverse(),
  );
  expect(colorMapStops("no_such_map")).toBeUndefined();
  expect(colorMapStops("constructor")).toBeUndefined();
});

test("a qualitative map is steps of one colour", () => {
  const [first, second, third] = colorMapStops("tab10")!;
  expect([first, second]).toEqual([
    [0, [31, 119, 180, 255]],
    [0.1, [31, 119, 180, 255]],
  ]);
  expect(third).toEqual([0.1, [255, 127, 14, 255]]);
});

test("every map rises from 0 to 1", () => {
  expect(COLOR_MAP_NAMES.length).toBeGreaterThan(80);
  for (const name of COLOR_MAP_NAMES) {
    const places = colorMapStops(name)!.map(([position]) => position);
    expect([places[0], places.at(-1)], name).toEqual([0, 1]);
    expect(
      places.every((place, index) => index === 0 || place >= places[index - 1]!),
      name,
    ).toBe(true);
  }
});
