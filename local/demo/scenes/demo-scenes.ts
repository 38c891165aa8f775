import { join } from "node:path";
import { packageRoot } from "../../../infra/package-root.ts";
import type { CogCompression } from "../../../workers/ingest/write-cog.ts";
import { georeferenceImage } from "../../../workers/ingest/georeference-image.ts";
import { writeBandsAsCog } from "../../../workers/ingest/write-bands-as-cog.ts";
import { VALLEY_NODATA, ValleyScene } from "./valley/valley-scene.ts";

/** Public-domain images by NASA Visible Earth, in the npm package three-globe. */
const IMAGES = join(packageRoot, "node_modules", "three-globe", "example", "img");

/**
 * Makers of the demo's rasters, by file name without extension: each writes a COG and takes a few seconds at
 * most.
 */
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
  const image = { path: join(IMAGES, file), driver, crs: "EPSG:4326", bounds: [-180, -90, 180, 90] } as const;
  await georeferenceImage(image, destination, compression);
}

const VALLEY = {
  sidePixels: 2800,
  crs: "EPSG:32633",
  origin: [520_000, 5_350_000],
  resolution: 10,
  nodata: VALLEY_NODATA,
  bands: [
    { description: "B02 blue", color: "Blue" },
    { description: "B03 green", color: "Green" },
    { description: "B04 red", color: "Red" },
    { description: "B08 near infrared", color: "Undefined" },
  ],
} as const;

/** Four bands as of Sentinel-2 at 10 m, in UTM zone 33N; the place is invented. */
async function makeValley(destination: string): Promise<void> {
  const scene = new ValleyScene(VALLEY.sidePixels);
  await writeBandsAsCog(VALLEY, (row, bands, offset) => scene.fillRow(row, bands, offset), destination);
}
