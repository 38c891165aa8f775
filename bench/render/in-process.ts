import { tmpdir } from "node:os";
import { join } from "node:path";
import { automaticStyle } from "../../core/styles/render-style.ts";
import type { TileAddress } from "../../core/tiles/tile-grid.ts";
import type { TileFormat } from "../../core/tiles/tile-format.ts";
import { createGdalEngine } from "../../workers/render/engine/gdal-engine.ts";
import type { RenderLayer } from "../../workers/render/engine/render-engine.ts";
import { BENCH_RASTERS, makeBenchRaster } from "./rasters.ts";
import { percentiles, tilesOfViews } from "./tiles.ts";
import { rendition } from "../../core/tiles/tile-spec.ts";

// The engine in this process: npm run bench:engine -- [runs] [tiles] [formats]
const [, , runsText = "3", countText = "400", formatsText = "png,jpg,webp"] = process.argv;
const folder = join(tmpdir(), "geopera-bench");
const count = Number(countText);

interface Measurement {
  readonly cpuMs: number;
  readonly wallMs: readonly number[];
}

async function measure(
  layer: RenderLayer,
  raster: (typeof BENCH_RASTERS)[number],
  format: TileFormat,
  span: 1 | 2 | 4,
  warm: boolean,
): Promise<Measurement> {
  const engine = createGdalEngine({ filesMax: 8 });
  const tiles = tilesOfViews(raster, layer.info, count);
  const blocks = new Map<string, TileAddress[]>();
  for (const tile of tiles) {
    const name = `${tile.z}/${Math.floor(tile.x / span)}/${Math.floor(tile.y / span)}`;
    blocks.set(name, [...(blocks.get(name) ?? []), tile]);
  }
  const run = async (): Promise<Measurement> => {
    const wallMs: number[] = [];
    let rendered = 0;
    const before = process.cpuUsage();
    for (const block of blocks.values()) {
      const startedAt = performance.now();
      const request = { layers: [layer], z: block[0]!.z, tiles: block, rendition: rendition({ format }) };
      const answered = await engine.renderBlock(request);
      rendered += answered.length;
      wallMs.push(performance.now() - startedAt);
    }
    const { user, system } = process.cpuUsage(before);
    return {
      cpuMs: (user + system) / 1000 / rendered,
      wallMs: wallMs.map((ms) => (ms * blocks.size) / rendered),
    };
  };
  if (warm) await run();
  const result = await run();
  await engine.close();
  return result;
}

console.log("raster\tformat\tspan\thandles\ttiles/s\tCPU ms\tp50\tp95\tp99");
for (const raster of BENCH_RASTERS) {
  const location = makeBenchRaster(folder, raster);
  const source = { assetId: raster.name, version: "1", location };
  const engine = createGdalEngine({ filesMax: 1 });
  const info = await engine.inspect(source);
  await engine.close();
  const layer = { source, info, style: automaticStyle(info) };
  for (const format of formatsText.split(",") as TileFormat[]) {
    for (const span of [1, 2, 4] as const) {
      for (const warm of [false, true]) {
        const runs: Measurement[] = [];
        for (let run = 0; run < Number(runsText); run++)
          runs.push(await measure(layer, raster, format, span, warm));
        const rate = (run: Measurement) =>
          1000 / (run.wallMs.reduce((sum, ms) => sum + ms, 0) / run.wallMs.length);
        const median = [...runs].sort((a, b) => rate(a) - rate(b))[runs.length >> 1]!;
        const numbers = [rate(median), median.cpuMs, ...percentiles(median.wallMs, [0.5, 0.95, 0.99])];
        console.log(
          [
            raster.name,
            format,
            span,
            warm ? "warm" : "cold",
            ...numbers.map((value) => value.toFixed(1)),
          ].join("\t"),
        );
      }
    }
  }
}
