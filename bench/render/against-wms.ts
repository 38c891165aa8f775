import { tmpdir } from "node:os";
import { join } from "node:path";
import { tileMercatorBox } from "../../core/tile.ts";
import { createGdalEngine } from "../../workers/render/gdal-engine.ts";
import { BENCH_RASTERS, makeBenchRaster } from "./rasters.ts";
import { percentiles, tilesOfViews } from "./tiles.ts";

// The same tiles from a WMS that serves the same files, one layer for each raster's name: node dist/bench/render/against-wms.js URL [runs] [tiles]
const [, , wms = "", runsText = "3", countText = "400"] = process.argv;
const CONCURRENCY = 8;

console.log("raster\ttiles/s\tp50\tp95\tp99");
for (const raster of BENCH_RASTERS) {
  const location = makeBenchRaster(join(tmpdir(), "geopera-bench"), raster);
  const engine = createGdalEngine({ filesMax: 1 });
  const info = await engine.inspect({ assetId: raster.name, version: "1", location });
  await engine.close();
  const tiles = tilesOfViews(raster, info, Number(countText));
  const runs: { rate: number; waitedMs: number[] }[] = [];
  for (let run = 0; run < Number(runsText); run++) {
    const waitedMs: number[] = [];
    let next = 0;
    const startedAt = performance.now();
    const client = async () => {
      for (let tile = tiles[next++]; tile; tile = tiles[next++]) {
        const askedAt = performance.now();
        const query = `SERVICE=WMS&VERSION=1.1.1&REQUEST=GetMap&LAYERS=${raster.name}&STYLES=&SRS=EPSG:3857&BBOX=${tileMercatorBox(tile).join()}&WIDTH=256&HEIGHT=256&FORMAT=image/png`;
        const response = await fetch(`${wms}${wms.includes("?") ? "&" : "?"}${query}`);
        await response.arrayBuffer();
        if (response.headers.get("content-type") !== "image/png") throw new Error(`${raster.name}: no PNG`);
        waitedMs.push(performance.now() - askedAt);
      }
    };
    await Promise.all(Array.from({ length: CONCURRENCY }, client));
    runs.push({ rate: (tiles.length * 1000) / (performance.now() - startedAt), waitedMs });
  }
  const median = runs.sort((a, b) => a.rate - b.rate)[runs.length >> 1]!;
  const numbers = [median.rate, ...percentiles(median.waitedMs, [0.5, 0.95, 0.99])];
  console.log([raster.name, ...numbers.map((value) => value.toFixed(1))].join("\t"));
}
