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
  flag: "ff0000 d90000 a40000 260000 000000",
  prism: "ff0000 0057c4 ffd700 7200f8 54ff00",
};

/**
 * What the published tables of cmocean 2.0 and of the Scientific colour maps 7.0.1 say at {@link TENTHS} of
 * 255.
 */
const PUBLISHED = {
  thermal: "042333 133372 4b379f 744992 9a5889 c66677 eb7958 fb9c3e f8cb43 e8fa5b",
  haline: "2a186c 252da3 0c5493 206e8b 348688 43a084 5ab978 86d062 cadf69 fdef9a",
  deep: "fdfecc c4e9af 85d3a3 5dbaa4 4d9da1 44809b 3e6495 414684 392f55 281a2c",
  oxy: "400505 6f060f 555554 706f6f 8b8b8a aaaaa9 cacac9 eeedec e8dc30 ddaf19",
  balance: "181c43 2942a2 267bba 75aabe cad4d8 e4cbc4 d08b73 ba482e 860e29 3c0912",
  phase: "a8780d cb5a3c de337e d02fd0 a05df4 5883df 1e93a8 0e996e 689119 a8780d",
  topo: "281a2c 414583 44819b 5dbaa4 c1e8af 1a3e1c 566635 a18940 d5bd81 f9fde4",
  cmocean_gray: "000000 161515 313030 4a4a49 646363 7f7e7e 9b9a9a b9b9b8 dbdad9 fffffd",
  batlow: "011959 103f60 1c5a62 3c6d56 687b3e 9d892b d29343 f8a17b fdb7bc faccfa",
  oslo: "010101 0d1b29 133251 1f4c7b 3869a8 658ac7 89a0ca aab6ca d4d6db ffffff",
  lajolla: "ffffcc fbec9a f4cc68 eca855 e48751 d2624d a54742 73382f 422818 1a1a01",
  grayc: "ffffff e0e0e0 c0c0c0 a2a2a2 858585 696969 4e4e4e 353535 1d1d1d 000000",
  vik: "001261 033e7d 1e6f9d 71a8c4 c9dde7 eacebd d39774 be6533 8b2706 590008",
  roma: "7e1700 995215 b0802b c8b455 d0e3a3 a4e5d3 5dc1d3 3292c2 2064ae 033198",
  oleron: "1a2659 455285 7784b7 aab7e8 d3e0fa 3c5600 7a711f b79a5e f1cea4 fdfde6",
  romao: "733957 874037 a3672c c3a34b d6d893 b4dec6 74bbcd 4f88b9 5c538b 723959",
};
const TENTHS = [0, 28, 57, 85, 113, 142, 170, 198, 227, 255];

/** Maps of one direction, dark to light or light to dark, as their makers mean them. */
const SEQUENTIAL = {
  cmocean: "algae amp cmocean_gray deep dense haline ice matter rain solar speed tempo thermal turbid",
  crameri:
    "acton bamako batlow batlowk batloww bilbao buda davos devon grayc hawaii imola lajolla lapaz nuuk oslo tokyo turku",
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

/** Expects a map's colours at places of 255, to a level. */
function expectColors(name: string, colors: string, places: readonly number[]): void {
  const expected = colors.split(" ");
  expect(expected).toHaveLength(places.length);
  for (const [index, color] of expected.entries()) {
    const place = places[index]! / 255;
    for (const [channel, level] of colorAt(name, place).entries()) {
      const wanted = Number.parseInt(color.slice(channel * 2, channel * 2 + 2), 16);
      expect(Math.abs(level - wanted), `${name} at ${place}`).toBeLessThanOrEqual(1.0001);
    }
  }
}

/** CIE L* of a colour, 0 to 100. */
function lightness(color: readonly number[]): number {
  const [red, green, blue] = color.map((level) => {
    const share = level / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  const luminance = 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
  return luminance > 0.008856 ? 116 * Math.cbrt(luminance) - 16 : 903.3 * luminance;
}

test.each(Object.entries(MATPLOTLIB))("%s is matplotlib's to a level", (name, colors) => {
  expectColors(name, colors, [0, 64, 128, 191, 255]);
});

test.each(Object.entries(PUBLISHED))("%s is its maker's to a level", (name, colors) => {
  expectColors(name, colors, TENTHS);
});

test.each(Object.values(SEQUENTIAL).flatMap((names) => names.split(" ")))(
  "%s never turns back in lightness",
  (name) => {
    const values = Array.from({ length: 256 }, (_, place) => lightness(colorAt(name, place / 255)));
    const steps = values
      .slice(1)
      .map((value, index) => (value - values[index]!) * Math.sign(values[255]! - values[0]!));
    // Levels are whole numbers: a tenth of a unit of lightness is less than one of them.
    expect(Math.min(...steps)).toBeGreaterThan(-0.1);
  },
);

test.each(["phase", "twilight", "bamo", "broco", "corko", "romao", "viko"])(
  "%s ends where it begins",
  (name) => {
    const [low, high] = [colorAt(name, 0), colorAt(name, 1)];
    for (const [channel, level] of low.entries()) {
      expect(Math.abs(level - high[channel]!)).toBeLessThanOrEqual(2);
    }
  },
);

test.each(["topo", "oleron", "bukavu", "fes"])(
  "%s has the coast in its middle, with nothing between sea and land",
  (name) => {
    const middle = colorMapStops(name)!.filter(([position]) => position === 0.5);
    expect(middle).toHaveLength(2);
    const [sea, land] = middle.map(([, color]) => lightness(color));
    expect(sea! - land!).toBeGreaterThan(50);
  },
);

test.each([
  ["polar", "0000ff ffffff ff0000"],
  ["red2green", "ff0000 ffffff 00ff00"],
  ["seis", "aa0000 ff0000 ff5500 ffaa00 ffff00 ffff00 5aff1e 00f06e 0050ff 0000cd"],
  ["drywet", "86612a eec764 b4ee87 32eeeb 0c78ee 2601b7 083371"],
])("%s has its colours at equal distances", (name, colors) => {
  const count = colors.split(" ").length;
  expectColors(
    name,
    colors,
    Array.from({ length: count }, (_, index) => (index * 255) / (count - 1)),
  );
});

test("a map may be asked for in any case and reversed", () => {
  expect(colorMapStops("RdYlGn_r")).toEqual(
    colorMapStops("rdylgn")!
      .map(([position, color]) => [1 - position, color])
      .reverse(),
  );
  for (const name of COLOR_MAP_NAMES) {
    const places = [0.017, 0.237, 0.513, 0.771, 0.983];
    const reversed = places.map((place) => colorAt(`${name}_r`, 1 - place));
    for (const [index, color] of places.map((place) => colorAt(name, place)).entries()) {
      for (const [channel, level] of color.entries())
        expect(level).toBeCloseTo(reversed[index]![channel]!, 6);
    }
  }
  expect(colorMapStops("gist_grey_r")).toEqual(colorMapStops("gist_gray_r"));
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
  expect(COLOR_MAP_NAMES.length).toBeGreaterThan(140);
  for (const name of COLOR_MAP_NAMES) {
    const places = colorMapStops(name)!.map(([position]) => position);
    expect([places[0], places.at(-1)], name).toEqual([0, 1]);
    expect(
      places.every((place, index) => index === 0 || place >= places[index - 1]!),
      name,
    ).toBe(true);
  }
});
