import { pathToFileURL } from "node:url";
import { join } from "node:path";
import gdal from "gdal-async";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tileAt, tileLonLatBox, tileMercatorBox } from "../../core/tiles/tile-grid.ts";
import type { Answer, Client } from "../support/client.ts";
import { readNpy } from "../support/npy.ts";
import { putRaster, type RasterRecipe } from "../support/rasters.ts";
import { startSystem, type TestSystem } from "../support/system.ts";

let system: TestSystem;
let client: Client;
let projectId: string;

beforeAll(async () => {
  system = await startSystem({ pools: ["render"] });
  ({ client } = system);
  ({ id: projectId } = await client.call("projects.create", { name: "Files" }));
});
afterAll(() => system.stop());

async function makeItem(name: string, recipe: RasterRecipe): Promise<{ itemId: string; href: string }> {
  const href = await putRaster(system.storeFolder, `scenes/${name}.tif`, recipe);
  const assets = { visual: { href } };
  const input = { project_id: projectId, type: "user_raster", name, assets };
  return { itemId: (await client.call("items.create", input)).id, href };
}

async function pixels(answer: Answer): Promise<Buffer> {
  expect(answer.status, answer.bytes.toString("utf8", 0, 300)).toBe(200);
  return await sharp(answer.bytes).ensureAlpha().raw().toBuffer();
}

/** Whether a place lies in a ring, edge by edge. */
function isWithin(ring: readonly (readonly [number, number])[], x: number, y: number): boolean {
  let inside = false;
  ring.forEach(([fromX, fromY], index) => {
    const [toX, toY] = ring[(index + 1) % ring.length]!;
    if (fromY > y !== toY > y && x < fromX + ((y - fromY) / (toY - fromY)) * (toX - fromX)) inside = !inside;
  });
  return inside;
}

describe("a file by its address", () => {
  const tile = { ...tileAt(15, 45, 6), format: "png" };
  let scene: { itemId: string; href: string };
  beforeAll(async () => {
    scene = await makeItem("plain", { dataType: "UInt16", value: (band) => band * 10 });
  });

  test("is found by every address that this service gives it", async () => {
    const { itemId, href } = scene;
    const drawing = { ...tile, bands: "3,2,1", rescale: "0,255" };
    const [asset] = (await client.call("items.list_assets", { item_id: itemId })).assets;
    const download = await client.call("items.asset.download", { item_id: itemId, asset_id: asset.id });
    const stac = await client.call("items.get_stac", { item_id: itemId });
    const expected = await client.try("items.tile.render", { item_id: itemId, ...drawing, quality: 85 });
    const addresses = [
      `item:${itemId}`,
      `item:${itemId}/visual`,
      download.url,
      stac.assets.visual.href,
      href,
      pathToFileURL(join(system.storeFolder, href)).href,
    ];
    for (const url of addresses) {
      const answer = await client.try("cog.tile.render", { url, ...drawing });
      expect(answer.bytes, `${url}: ${answer.bytes.toString("utf8", 0, 200)}`).toEqual(expected.bytes);
      // The same tile as the item's own.
      expect(answer.headers.get("x-cache")).toBe("memory");
    }
    const [red, green, blue] = await pixels(expected);
    expect([red, green, blue]).toEqual([30, 20, 10]);
  });

  test.each([
    ["https://tiles.example.org/scene.tif"],
    ["http://169.254.169.254/latest/meta-data"],
    ["/vsicurl/http://127.0.0.1/"],
    ["/etc/passwd"],
    ["file:///etc/passwd"],
    ["s3://some-bucket/scene.tif"],
    ["https://tiles.example.org/v1/assets/AAAA/scene.tif"],
    ["../scenes/plain.tif"],
    ["tiles/a.png"],
    ["organizations/00000000-0000-7000-8000-000000000001/a.tif"],
  ])("%s is refused, and the answer says what to do", async (url) => {
    const answer = await client.try("cog.tile.render", { url, ...tile });
    expect(answer.status, answer.bytes.toString()).toBe(422);
    expect(answer.json.detail[0].loc).toEqual(["body", "url"]);
    expect(answer.json.detail[0].msg).toContain("upload the file");
  });

  test("of another organization is a file that does not exist", async () => {
    const { itemId, href } = scene;
    const [asset] = (await client.call("items.list_assets", { item_id: itemId })).assets;
    const { url } = await client.call("items.asset.download", { item_id: itemId, asset_id: asset.id });
    const stranger = (await system.addOrganization()).client;
    for (const address of [`item:${itemId}`, url, href, "scenes/none.tif", `item:${itemId}/visual`]) {
      expect((await stranger.try("cog.tile.render", { url: address, ...tile })).status).toBe(404);
    }
    expect((await client.try("cog.tile.render", { url: "scenes/none.tif", ...tile })).status).toBe(404);
    const elsewhere = { url: `item:${itemId}/none`, ...tile };
    expect((await client.try("cog.tile.render", elsewhere)).status).toBe(404);
  });

  test("is drawn within an area alone: each pixel whose centre lies in it", async () => {
    const [west, south, east, north] = tileLonLatBox(tile);
    const at = (across: number, up: number): [number, number] => [
      west + (east - west) * across,
      south + (north - south) * up,
    ];
    const ring = [at(0.1, 0.2), at(0.8, 0.35), at(0.5, 0.9), at(0.45, 0.4)];
    const aoi = JSON.stringify({ type: "Polygon", coordinates: [[...ring, ring[0]]] });
    const url = `item:${scene.itemId}`;
    const drawn = await pixels(await client.try("cog.tile.render", { url, ...tile, aoi }));
    const whole = await pixels(await client.try("cog.tile.render", { url, ...tile }));
    const [, low, , high] = tileMercatorBox(tile);
    let differing = 0;
    for (let pixel = 0; pixel < 256 * 256; pixel++) {
      const lon = west + (((pixel % 256) + 0.5) / 256) * (east - west);
      const meters = high - ((Math.floor(pixel / 256) + 0.5) / 256) * (high - low);
      const lat = (Math.atan(Math.sinh(meters / 6_378_137)) * 180) / Math.PI;
      const expected = isWithin(ring, lon, lat) ? whole[pixel * 4 + 3] : 0;
      if (drawn[pixel * 4 + 3] !== expected) differing += 1;
    }
    // Edges are straight in degrees, and in pieces on the map.
    expect(differing).toBeLessThan(3);
    const box = await pixels(
      await client.try("cog.tile.render", { url, ...tile, aoi: [...at(0, 0), ...at(0.5, 1)].join() }),
    );
    expect([box[3], box[127 * 4 + 3], box[128 * 4 + 3]]).toEqual([255, 255, 0]);
    const far = await client.try("cog.tile.render", { url, ...tile, aoi: "-100,0,-90,10" });
    expect(far.headers.get("x-cache")).toBe("empty");
    const values = await client.try("cog.tile.render", { url, ...tile, aoi, format: "npy" });
    const plane = readNpy(values.bytes).plane(3);
    const mask = Array.from({ length: 256 * 256 }, (_, pixel) => plane.readUInt16LE(pixel * 2));
    expect(mask.map((opacity) => opacity > 0)).toEqual(mask.map((_, pixel) => drawn[pixel * 4 + 3]! > 0));
  });

  test.each([
    [{ aoi: "1,2,3" }, "aoi"],
    [{ aoi: "{" }, "aoi"],
    [{ aoi: '{"type":"Point","coordinates":[0,0]}' }, "aoi"],
    [{ z: 40 }, "z"],
    [{ format: "gif" }, "format"],
    [{ bands: "9" }, "bands"],
    [{ expression: "b9" }, "expression"],
    [{ quality: 0 }, "quality"],
  ])("with %j is refused, naming %s", async (input, field) => {
    const answer = await client.try("cog.tile.render", { url: `item:${scene.itemId}`, ...tile, ...input });
    expect(answer.status).toBe(422);
    expect(answer.json.detail[0].loc).toEqual(["body", field]);
  });

  test("has a thumbnail", async () => {
    const answer = await client.try("cog.thumbnail", { url: `item:${scene.itemId}`, width: 64, height: 64 });
    expect(answer.headers.get("content-type")).toBe("image/png");
    const { width, height } = await sharp(answer.bytes).metadata();
    expect(Math.max(width, height)).toBe(64);
  });
});

describe("terrain", () => {
  const tile = tileAt(13.7, 48.6, 12);
  const SIDE = 256;
  const heightAt = (column: number, row: number) => 800 * Math.sin(column / 40) + 3 * row + column / 7;
  let url: string;

  /** On the tile's own grid, so that every pixel of the tile is one of the file. */
  beforeAll(async () => {
    const [west, , east, north] = tileMercatorBox(tile);
    const pixel = (east - west) / SIDE;
    const { itemId } = await makeItem("heights", {
      bands: 1,
      dataType: "Float32",
      epsg: 3857,
      width: SIDE,
      height: SIDE,
      geoTransform: [west, pixel, 0, north, 0, -pixel],
      nodata: -9999,
      value: (_band, column, row) => (column < 20 ? -9999 : heightAt(column, row)),
    });
    url = `item:${itemId}`;
  });

  async function heightsOf(input: Record<string, unknown>): Promise<{ heights: number[]; opacity: number }> {
    const answer = await client.try("cog.tile.terrain", { url, ...tile, ...input });
    expect(answer.headers.get("content-type")).toBe("image/png");
    const rgba = await pixels(answer);
    const heights = Array.from({ length: rgba.length / 4 }, (_, pixel) => {
      const [red = 0, green = 0, blue = 0] = rgba.subarray(pixel * 4, pixel * 4 + 3);
      return -10_000 + (red * 65_536 + green * 256 + blue) * 0.1;
    });
    return {
      heights,
      opacity: rgba.reduce((least, byte, at) => (at % 4 === 3 ? Math.min(least, byte) : least), 255),
    };
  }

  test("is exact to half a step of Mapbox's encoding, opaque, and at sea level without data", async () => {
    const { heights, opacity } = await heightsOf({});
    expect(opacity).toBe(255);
    let worst = 0;
    heights.forEach((height, pixel) => {
      const [column, row] = [pixel % SIDE, Math.floor(pixel / SIDE)];
      const expected = column < 20 ? 0 : heightAt(column, row);
      worst = Math.max(worst, Math.abs(height - expected));
    });
    // Half of 0.1 m, and what 32 bits hold of a value.
    expect(worst).toBeLessThan(0.0502);
  });

  test("of depths lies below 0; 512 pixels have four times as many; an area is cut out", async () => {
    const { heights } = await heightsOf({ invert: true });
    expect(heights[100 * SIDE + 100]).toBeCloseTo(-heightAt(100, 100), 0);
    expect((await heightsOf({ size: 512 })).heights).toHaveLength(512 * 512);
    const [west, south, east, north] = tileLonLatBox(tile);
    const cut = await heightsOf({ aoi: [(west + east) / 2, south, east, north].join() });
    expect(cut.heights[100 * SIDE + 100]).toBeCloseTo(0, 6);
    expect(cut.heights[100 * SIDE + 200]).toBeCloseTo(heightAt(200, 100), 0);
    expect(cut.opacity).toBe(255);
  });

  test("is flat sea where the file does not reach, in tiles of the same kind", async () => {
    for (const size of [256, 512]) {
      const { heights, opacity } = await heightsOf({ x: tile.x + 5, size });
      expect(heights).toHaveLength(size * size);
      expect(heights.every((height) => Math.abs(height) < 1e-9)).toBe(true);
      expect(opacity).toBe(255);
    }
  });
});

describe("statistics within a polygon", () => {
  const SIDE = 1_400;
  const [originX, originY, step] = [500_000, 5_400_000, 10];
  const valueAt = (band: number, column: number, row: number) => (column * 7 + row * 13 * band) % 251;
  let url: string;
  beforeAll(async () => {
    const { itemId } = await makeItem("field", {
      bands: 2,
      dataType: "Int16",
      epsg: 32633,
      width: SIDE,
      height: SIDE,
      geoTransform: [originX, step, 0, originY, 0, -step],
      nodata: 250,
      value: valueAt,
    });
    url = `item:${itemId}`;
  });

  const toDegrees = new gdal.CoordinateTransformation(
    gdal.SpatialReference.fromEPSG(32633),
    gdal.SpatialReference.fromEPSG(4326),
  );
  const degreesAt = (column: number, row: number): [number, number] => {
    const { x, y } = toDegrees.transformPoint(originX + column * step, originY - row * step);
    return [y, x];
  };
  const shape = (corners: readonly (readonly [number, number])[]) => corners.map(([x, y]) => degreesAt(x, y));
  const RING = shape([
    [100.3, 120.7],
    [260.1, 90.2],
    [240.6, 300.9],
    [170.2, 180.4],
  ]);
  const HOLE = shape([
    [190.3, 130.2],
    [220.7, 130.9],
    [210.1, 160.6],
  ]);
  const geometry = {
    type: "Polygon",
    coordinates: [RING, HOLE].map((ring) => [...ring, ring[0]]),
  };

  /** Of each pixel by itself, in degrees. */
  function expected(calculate: (column: number, row: number) => number | undefined) {
    const values: number[] = [];
    let count = 0;
    for (let row = 80; row < 310; row++) {
      for (let column = 90; column < 270; column++) {
        const [lon, lat] = degreesAt(column + 0.5, row + 0.5);
        if (!isWithin(RING, lon, lat) || isWithin(HOLE, lon, lat)) continue;
        count += 1;
        const value = calculate(column, row);
        if (value !== undefined) values.push(value);
      }
    }
    values.sort((a, b) => a - b);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const at = (share: number) => {
      const place = share * (values.length - 1);
      const [below, above] = [values[Math.floor(place)]!, values[Math.ceil(place)]!];
      return below + (above - below) * (place % 1);
    };
    return { values, count, mean, at };
  }

  const known = (band: number) => (column: number, row: number) => {
    const value = valueAt(band, column, row);
    return value === 250 ? undefined : value;
  };

  test("are those of the pixels whose centres lie in it, band by band", async () => {
    const answer = await client.call("cog.statistics", { url, geometry, percentiles: [10, 75], bins: 5 });
    expect(answer).toMatchObject({ reduction: 1 });
    expect(answer.statistics.map(({ name }: { name: string }) => name)).toEqual(["b1", "b2"]);
    for (const [index, found] of answer.statistics.entries()) {
      const { values, count, mean, at } = expected(known(index + 1));
      expect(answer.pixels).toBe(count);
      expect(found.count).toBe(values.length);
      expect(found.count).toBeLessThan(count);
      expect([found.min, found.max]).toEqual([values[0], values.at(-1)]);
      expect(found.mean).toBeCloseTo(mean, 9);
      const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
      expect(found.std).toBeCloseTo(Math.sqrt(variance), 9);
      expect(found.median).toBeCloseTo(at(0.5), 9);
      expect(found.percentiles).toEqual({ "10": at(0.1), "75": at(0.75) });
      const width = (found.max - found.min) / 5;
      const counts = Array<number>(5).fill(0);
      for (const value of values) counts[Math.min(4, Math.floor((value - found.min) / width))]! += 1;
      expect(found.histogram.counts).toEqual(counts);
    }
  });

  test("of a calculation, or of chosen bands", async () => {
    const { statistics } = await client.call("cog.statistics", { url, geometry, expression: "b2-b1" });
    const { values, mean } = expected((column, row) => {
      const [one, two] = [known(1)(column, row), known(2)(column, row)];
      return one === undefined || two === undefined ? undefined : two - one;
    });
    expect(statistics).toHaveLength(1);
    expect(statistics[0]).toMatchObject({ count: values.length, min: values[0] });
    expect(statistics[0].mean).toBeCloseTo(mean, 9);
    const chosen = await client.call("cog.statistics", { url, geometry, bands: "2" });
    expect(chosen.statistics.map(({ name }: { name: string }) => name)).toEqual(["b2"]);
  });

  test("of a large area come from an overview, of none where there is nothing", async () => {
    const corners = shape([
      [-50, -50],
      [SIDE + 50, -50],
      [SIDE + 50, SIDE + 50],
      [-50, SIDE + 50],
    ]);
    const whole = { type: "Feature", geometry: { type: "Polygon", coordinates: [[...corners, corners[0]]] } };
    const answer = await client.call("cog.statistics", { url, geometry: whole });
    expect(answer).toMatchObject({ reduction: 2, pixels: (SIDE / 2) ** 2 });
    const far = {
      type: "Polygon",
      coordinates: [
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 0],
        ],
      ],
    };
    const nothing = await client.call("cog.statistics", { url, geometry: far });
    expect(nothing.pixels).toBe(0);
    expect(nothing.statistics[0]).toMatchObject({ count: 0, mean: null, histogram: null });
    const refused = await client.try("cog.statistics", {
      url,
      geometry: { type: "Point", coordinates: [0, 0] },
    });
    expect(refused.json.detail[0].loc).toEqual(["body", "geometry"]);
  });
});

test("colour maps and formulas are listed", async () => {
  const { colormaps } = await client.call("cog.colormaps", {});
  const viridis = colormaps.find(({ name }: { name: string }) => name === "viridis");
  expect(viridis.stops[0]).toEqual([0, "#440154"]);
  expect(viridis.stops.at(-1)).toEqual([1, "#fde725"]);
  const { formulas } = await client.call("cog.formulas", {});
  expect(formulas.map(({ name }: { name: string }) => name)).toContain("ndvi");
});
