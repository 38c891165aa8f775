import { join } from "node:path";
import { defineConfig } from "vite";
import { towns } from "./web/build/towns.ts";

const root = join(import.meta.dirname, "web");

/** Builds the pages of `web/` into `dist/web/`, which `api/pages` serves. */
export default defineConfig({
  root,
  // Addresses are relative: the pages also work below a path of a proxy.
  base: "./",
  publicDir: false,
  plugins: [towns()],
  cacheDir: join(import.meta.dirname, ".geopera/cache/vite"),
  build: {
    outDir: join(import.meta.dirname, "dist/web"),
    emptyOutDir: true,
    manifest: "manifest.json",
    // Every file gets an address of its own that changes with its content.
    assetsInlineLimit: 0,
    // The polyfill fetches; every browser that runs MapLibre 6 preloads modules itself.
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // MapLibre has no parts that could load later.
    chunkSizeWarningLimit: 1_500,
    rolldownOptions: {
      input: { share: join(root, "share/index.html"), console: join(root, "console/index.html") },
      output: {
        comments: { legal: true },
        // A file of its own: browsers keep it while the service's code changes.
        codeSplitting: { groups: [{ name: "maplibre-gl", test: /maplibre-gl\.mjs$/ }] },
      },
    },
  },
});
