import { rmSync } from "node:fs";
import { join } from "node:path";
import gdal from "gdal-async";
import { packageRoot } from "../../infra/package-root.ts";
import { writeCog, type CogCompression } from "./cog.ts";
import { VALLEY_NODATA, ValleyScene } from "./valley/valley-scene.ts";

/** Public-domain images by NASA Visible Earth, in the npm package three-globe. */
const IMAGES = join(packageRoot, "node_modules", "three-globe", "example", "img");

/** Makers of the demo's rasters, by file name without extension: each writes a COG and takes a few seconds at most. */
const SCENES = {
  "blue-marble": (destination: string) =>
    georeferenceWorldImage("earth-blue-marble.jpg", "JPEG", "photograph", destination),
  topography: (destination: string) =>
    georeferenceWorldImage("earth-topology.png", "PNG", "lossless", destination),
  valley: makeValley,
} as const;

/** The name of a raster of the demo. */
export type DemoScene = keyof typeof SCENES;

/** Whether a raster of the demo has this name. */
export function isDemoScene(name: string): name is DemoScene {
  return Object.hasOwn(SCENES, name);
}

/** Writes a raster of the demo as a COG: the same pixels every time. */
export async function makeDemoScene(scene: DemoScene, destination: string): Promise<void> {
  await SCENES[scene](destination);
}

/** The images cover the whole earth in plate carrée. */
async function georeferenceWorldImage(
  file: string,
  driver: string,
  compression: CogCompression,
  destination: string,
): Promise<void> {
  const image = gdal.open(join(IMAGES, file), "r", [driver]);
  const placed = gdal.translate("", image, [
    "-of",
    "MEM",
    "-a_srs",
    "EPSG:4326",
    "-a_ullr",
    "-180",
    "90",
    "180",
    "-90",
  ]);
  try {
    await writeCog(placed, destination, compression);
  } finally {
    placed.close();
    image.close();
  }
}

const VALLEY_SIDE_PIXELS = 2800;
const VALLEY_ROWS_AT_ONCE = 200;
const VALLEY_BANDS = [
  { description: "B02 blue", color: "Blue" },
  { description: "B03 green", color: "Green" },
  { description: "B04 red", color: "Red" },
  { description: "B08 near infrared", color: "Undefined" },
] as const;

/** Four bands as of Sentinel-2 at 10 m, in UTM zone 33N; the place is invented. */
async function makeValley(destination: string): Promise<void> {
  const painted = `${destination}.painted`;
  const side = VALLEY_SIDE_PIXELS;
  try {
    const canvas = gdal.open(painted, "w", "GTiff", side, side, VALLEY_BANDS.length, gdal.GDT_UInt16);
    paintValley(canvas, side);
    canvas.close();
    const valley = gdal.open(describeValley(painted, side), "r", ["VRT"]);
    await writeCog(valley, destination, "lossless");
    valley.close();
  } finally {
    rmSync(painted, { force: true });
  }
}

/** GDAL's view of the painted file: gdal-async cannot write the names of bands, a virtual raster can carry them. */
function describeValley(painted: string, side: number): string {
  const bands = VALLEY_BANDS.map(
    ({ description, color }, index) => `
      <VRTRasterBand dataType="UInt16" band="${index + 1}">
        <Description>${description}</Description>
        <ColorInterp>${color}</ColorInterp>
        <NoDataValue>${VALLEY_NODATA}</NoDataValue>
        <SimpleSource><SourceFilename>${escapeXml(painted)}</SourceFilename><SourceBand>${index + 1}</SourceBand></SimpleSource>
      </VRTRasterBand>`,
  );
  return `<VRTDataset rasterXSize="${side}" rasterYSize="${side}">
    <SRS>EPSG:32633</SRS><GeoTransform>520000, 10, 0, 5350000, 0, -10</GeoTransform>${bands.join("")}
  </VRTDataset>`;
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function paintValley(canvas: gdal.Dataset, side: number): void {
  const scene = new ValleyScene(side);
  const rows = () => new Uint16Array(side * VALLEY_ROWS_AT_ONCE);
  const pixels = [rows(), rows(), rows(), rows()] as const;
  for (let top = 0; top < side; top += VALLEY_ROWS_AT_ONCE) {
    const height = Math.min(VALLEY_ROWS_AT_ONCE, side - top);
    for (let row = 0; row < height; row++) scene.fillRow(top + row, pixels, row * side);
    pixels.forEach((values, index) => {
      canvas.bands.get(index + 1).pixels.write(0, top, side, height, values);
    });
  }
}
