import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { packageRoot } from "../../infra/package-root.ts";

/** A file the page loads. */
export interface Asset {
  readonly bytes: Buffer;
  readonly contentType: string;
}

const CONTENT_TYPES = {
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  mjs: "text/javascript; charset=utf-8",
  svg: "image/svg+xml",
} as const;

const OWN_FOLDER = join(packageRoot, "web/share");
const OWN_FILES = [
  "contours.svg",
  "framing.js",
  "gate.js",
  "graticule.js",
  "map-controls.js",
  "map-view.js",
  "panel.js",
  "problems.js",
  "readout.js",
  "share-api.js",
  "share.css",
  "share.js",
  "tile-faults.js",
] as const;

const MAPLIBRE_FOLDER = dirname(createRequire(import.meta.url).resolve("maplibre-gl/dist/maplibre-gl.mjs"));
const MAPLIBRE_FILES = ["maplibre-gl.css", "maplibre-gl.mjs", "maplibre-gl-worker.mjs"] as const;

/** The page and all it loads, read once; `version` is a hash of everything, so that an address never changes its content. */
export function loadAssets(): { version: string; files: ReadonlyMap<string, Asset>; page: string } {
  const files = new Map<string, Asset>();
  for (const name of OWN_FILES) files.set(name, readAsset(OWN_FOLDER, name));
  for (const name of MAPLIBRE_FILES) files.set(name, readAsset(MAPLIBRE_FOLDER, name));
  const hash = createHash("sha256");
  for (const [name, { bytes }] of files) hash.update(`${name}\n${bytes.length}\n`).update(bytes);
  const version = hash.digest("base64url").slice(0, 12);
  const page = readFileSync(join(OWN_FOLDER, "share.html"), "utf8").replaceAll("{{version}}", version);
  return { version, files, page };
}

function readAsset(folder: string, name: `${string}.${keyof typeof CONTENT_TYPES}`): Asset {
  const extension = name.slice(name.lastIndexOf(".") + 1) as keyof typeof CONTENT_TYPES;
  return { bytes: readFileSync(join(folder, name)), contentType: CONTENT_TYPES[extension] };
}
