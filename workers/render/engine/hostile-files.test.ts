import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { automaticStyle } from "../../../core/styles/render-style.ts";
import { createLogger } from "../../../infra/logger.ts";
import { makeRaster, type RasterRecipe } from "../../../test/golden/make-raster.ts";
import { RasterRefused } from "../errors.ts";
import { renderEnvironment } from "../processes/render-environment.ts";
import { createRenderPool, type RenderPool } from "../processes/render-pool.ts";
import { rendition } from "../../../core/tiles/tile-spec.ts";

const SOUND: RasterRecipe = {
  crs: 3857,
  affine: [1_000_000, 100, 0, 6_000_000, 0, -100],
  width: 256,
  height: 256,
  bands: 3,
  value: (band, x, y) => (x * (band + 1) + y) % 256,
};

let folder: string;
let pool: RenderPool;
let good: Buffer;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "hostile-"));
  pool = createRenderPool({
    processes: 1,
    jobsPerProcess: 1,
    timeoutMs: 20_000,
    processBytesMax: 2 ** 30,
    gdalCacheMegabytes: 32,
    gdalOptions: {},
    logger: createLogger({ LOG_LEVEL: "silent" }, "test"),
  });
  const path = makeRaster(join(folder, "good.tif"), SOUND);
  good = readFileSync(path);
});
afterAll(async () => {
  await pool.close();
  rmSync(folder, { recursive: true });
});

function write(name: string, content: string | Buffer, version = "1") {
  const location = join(folder, name);
  writeFileSync(location, content);
  return { assetId: name, version, location };
}

const VRT = `<VRTDataset rasterXSize="10" rasterYSize="10"><SRS>EPSG:3857</SRS><GeoTransform>0,1,0,0,0,-1</GeoTransform>
<VRTRasterBand dataType="Byte" band="1" subClass="VRTRawRasterBand"><SourceFilename>/etc/passwd</SourceFilename>
<ImageOffset>0</ImageOffset><PixelOffset>1</PixelOffset><LineOffset>10</LineOffset></VRTRasterBand></VRTDataset>`;

/** A header of some bytes that claims 65,536 x 65,536 pixels of 32 bits in one strip. */
function bomb(): Buffer {
  const entries = [
    [256, 4, 65_536],
    [257, 4, 65_536],
    [258, 3, 32],
    [259, 3, 1],
    [262, 3, 1],
    [273, 4, 8],
    [277, 3, 1],
    [278, 4, 65_536],
    [279, 4, 1000],
  ] as const;
  const bytes = Buffer.alloc(3000);
  bytes.write("II*\0", 0, "latin1");
  bytes.writeUInt32LE(8, 4);
  bytes.writeUInt16LE(entries.length, 8);
  for (const [index, [tag, type, value]] of entries.entries()) {
    const at = 10 + index * 12;
    bytes.writeUInt16LE(tag, at);
    bytes.writeUInt16LE(type, at + 2);
    bytes.writeUInt32LE(1, at + 4);
    bytes.writeUInt32LE(value, at + 8);
  }
  return bytes;
}

const VARIANTS_EACH = 50;
const FINE = /^(drawn|refused)$/;
const OVER_SOUND = { z: 10, x: 538, y: 358 };

/** One line for what became of a request: any other failure by its name. */
function outcomeOf(request: Promise<unknown>): Promise<string> {
  return request.then(
    () => "drawn",
    (error: unknown) => (error instanceof RasterRefused ? "refused" : String(error)),
  );
}

/** A linear congruential generator, 0 to 1: the same files in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** By turns flips a few bits in the first kilobyte, flips them anywhere, and cuts the file. */
function damage(sound: Buffer, turn: number, random: () => number): Buffer {
  if (turn % 5 === 4) return sound.subarray(0, Math.floor(random() * sound.length));
  const bytes = Buffer.from(sound);
  const reach = turn % 2 === 0 ? Math.min(1024, bytes.length) : bytes.length;
  for (let flip = 0; flip < 1 + (turn % 4); flip++) {
    bytes[Math.floor(random() * reach)]! ^= 1 << Math.floor(random() * 8);
  }
  return bytes;
}

test("a render process knows no driver that reads other files, the network or a database", () => {
  const script = 'console.log(JSON.stringify(require("gdal-async").drivers.getNames()))';
  const names = execFileSync(process.execPath, ["--eval", script], {
    env: renderEnvironment({}),
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  const known = new Set(JSON.parse(names) as string[]);
  expect(known).toContain("GTiff");
  const indirect =
    "VRT DERIVED GTI WMS WMTS WCS HTTP STACTA STACIT PLMOSAIC EEDA EEDAI DAAS OGCAPI MRF PostGISRaster OGR_VRT WFS OAPIF CSW NGW PLSCENES PostgreSQL MySQL ODBC PDF SQLite GPKG";
  expect(indirect.split(" ").filter((name) => known.has(name))).toEqual([]);
});

describe("a hostile file", { timeout: 60_000 }, () => {
  test.each([
    ["a VRT that reads /etc/passwd", () => VRT],
    ["a tile index", () => "<GDALTileIndexDataset><IndexDataset>/etc</IndexDataset></GDALTileIndexDataset>"],
    [
      "a WMS that leads elsewhere",
      () => '<GDAL_WMS><Service name="TMS"><ServerUrl>http://127.0.0.1/${z}</ServerUrl></Service></GDAL_WMS>',
    ],
    ["a PNG", () => Buffer.from("89504e470d0a1a0a0000000d49484452", "hex")],
    ["nothing at all", () => ""],
    ["three kilobytes that claim sixteen gigabytes", bomb],
    ["a GeoTIFF cut within its header", () => good.subarray(0, 100)],
  ])("%s is refused, and the process lives on", async (name, content) => {
    const source = write(`${name.replaceAll(/\W/g, "-")}.tif`, content());
    await expect(pool.inspect(source)).rejects.toBeInstanceOf(RasterRefused);
    expect(pool.stats()).toMatchObject({ crashes: 0, timeouts: 0 });
  });

  test.each([
    "/vsicurl/http://127.0.0.1/a.tif",
    "/vsizip/a.zip/a.tif",
    "WMS:http://127.0.0.1",
    "GTIFF_DIR:1:/etc/passwd",
  ])("under the name %s is not opened", async (location) => {
    await expect(pool.inspect({ assetId: location, version: "1", location })).rejects.toBeInstanceOf(
      RasterRefused,
    );
  });

  test.each([
    ["deflate", {}],
    [
      "deflate with predictor and overviews",
      { options: ["TILED=YES", "COMPRESS=DEFLATE", "PREDICTOR=2"], overviews: [2] },
    ],
    ["LZW in strips", { options: ["COMPRESS=LZW"] }],
    ["JPEG", { options: ["TILED=YES", "COMPRESS=JPEG", "PHOTOMETRIC=YCBCR"] }],
    ["WebP", { options: ["TILED=YES", "COMPRESS=WEBP"] }],
    ["ZSTD", { options: ["TILED=YES", "COMPRESS=ZSTD"] }],
    ["LERC", { options: ["TILED=YES", "COMPRESS=LERC"] }],
    ["uncompressed, with a mask", { options: ["TILED=YES"], mask: (x: number) => (x > 100 ? 255 : 0) }],
  ])(
    "of %s with flipped bits or an end too early is drawn or refused, never the end of the pool",
    async (name, recipe) => {
      const path = makeRaster(join(folder, "sound.tif"), { ...SOUND, ...recipe });
      const sound = readFileSync(path);
      const info = await pool.inspect({ assetId: name, version: name, location: path });
      const random = seeded(name.length);
      for (let turn = 0; turn < VARIANTS_EACH; turn++) {
        const source = write("damaged.tif", damage(sound, turn, random), `${name} ${turn}`);
        const layers = [{ source, info, style: automaticStyle(info) }];
        const [inspected, drawn] = await Promise.all([
          outcomeOf(pool.inspect(source)),
          outcomeOf(
            pool.renderBlock({
              layers,
              z: OVER_SOUND.z,
              tiles: [OVER_SOUND],
              rendition: rendition({ format: "png" }),
            }),
          ),
        ]);
        expect([inspected, drawn], `${name}, variant ${turn}`).toEqual([
          expect.stringMatching(FINE),
          expect.stringMatching(FINE),
        ]);
      }
      expect(pool.stats()).toMatchObject({ crashes: 0, timeouts: 0 });
    },
  );

  test("that was cut after it was opened is refused where its pixels are gone", async () => {
    const source = write("cut.tif", good);
    const info = await pool.inspect(source);
    writeFileSync(source.location, good.subarray(0, 600));
    const layers = [{ source, info, style: automaticStyle(info) }];
    const outcome = await pool
      .renderBlock({ layers, z: 10, tiles: [{ x: 538, y: 358 }], rendition: rendition({ format: "png" }) })
      .then(
        () => undefined,
        (error: unknown) => error,
      );
    if (outcome !== undefined) expect(outcome).toBeInstanceOf(RasterRefused);
    expect(pool.stats()).toMatchObject({ crashes: 0 });
  });
});
