import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { packageRoot } from "../../infra/package-root.ts";
import type { Asset } from "./send-asset.ts";

/** Where Vite puts the pages of `web/` (vite.config.ts). */
export const BUILT_FOLDER = join(packageRoot, "dist/web");

/** What to do when that folder is missing. */
export const BUILD_REMEDY = "The web pages are not built: run `npm run build:web`, then restart the API.";

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".mjs": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
};

/** A page and the assets of all pages, by the name below `assets/`, which holds a hash of the content. */
export interface BuiltPage {
  readonly html: string;
  readonly assets: ReadonlyMap<string, Asset>;
}

/** Reads a page that Vite has built; undefined without a build. Throws when an asset's type is unknown. */
export function readBuiltPage(
  name: "share" | "console",
  folder: string = BUILT_FOLDER,
): BuiltPage | undefined {
  const page = join(folder, name, "index.html");
  if (!existsSync(page)) return undefined;
  const assets = readdirSync(join(folder, "assets")).map((file) => [file, readAsset(folder, file)] as const);
  return { html: readFileSync(page, "utf8"), assets: new Map(assets) };
}

function readAsset(folder: string, name: string): Asset {
  const contentType = CONTENT_TYPES[extname(name)];
  if (contentType === undefined) throw new Error(`No content type is known for the web asset ${name}.`);
  return { bytes: readFileSync(join(folder, "assets", name)), contentType };
}
