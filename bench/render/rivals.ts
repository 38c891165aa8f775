import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { tileMercatorBox, type TileAddress } from "../../core/tiles/tile-grid.ts";
import type { BenchRaster } from "./rasters.ts";

/** Tile servers of others over the same files: Debian's cgi-mapserver, mapcache-cgi and lighttpd. */
export interface Rivals {
  /** MapServer by itself: WMS, bilinear, PNG at zlib level 1, its best. */
  mapServerUrl(raster: string, tile: TileAddress): string;
  /** MapCache that fills its disk cache, empty at first, from that MapServer. */
  mapCacheUrl(raster: string, tile: TileAddress): string;
  stop(): Promise<void>;
}

/** Processes of each, as many as there are cores on the machine of docs/performance-notes.md. */
const PROCESSES = 2;

/**
 * Starts MapServer and MapCache behind lighttpd for rasters and their paths; what they need lies in `folder`.
 */
export async function startRivals(
  folder: string,
  rasters: ReadonlyMap<BenchRaster, string>,
): Promise<Rivals> {
  mkdirSync(folder, { recursive: true });
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const mapFile = join(folder, "bench.map");
  const cacheFile = join(folder, "mapcache.xml");
  const configuration = join(folder, "lighttpd.conf");
  const settings = join(folder, "mapserver.conf");
  writeFileSync(settings, `CONFIG\n  ENV\n    "MS_MAP_PATTERN" "."\n  END\nEND\n`);
  writeFileSync(mapFile, mapServerFile(rasters));
  writeFileSync(cacheFile, mapCacheFile(folder, [...rasters.keys()], `${base}/wms?map=${mapFile}`));
  writeFileSync(configuration, lighttpdFile({ folder, port, settings, cacheFile }));
  // In a separate process group: lighttpd leaves its FastCGI processes behind, each with its whole block
  // cache.
  const server = spawn("lighttpd", ["-D", "-f", configuration], { stdio: "ignore", detached: true });
  const ended = once(server, "exit");
  await untilAnswered(`${base}/wms?map=${mapFile}&SERVICE=WMS&VERSION=1.1.1&REQUEST=GetCapabilities`);
  return {
    mapServerUrl: (raster, tile) =>
      `${base}/wms?map=${mapFile}&SERVICE=WMS&VERSION=1.1.1&REQUEST=GetMap&LAYERS=${raster}&STYLES=&SRS=EPSG:3857&BBOX=${tileMercatorBox(tile).join()}&WIDTH=256&HEIGHT=256&FORMAT=image/png`,
    mapCacheUrl: (raster, { z, x, y }) =>
      `${base}/mapcache/tms/1.0.0/${raster}@GoogleMapsCompatible/${z}/${x}/${2 ** z - 1 - y}.png`,
    async stop() {
      process.kill(-server.pid!, "SIGKILL");
      await ended;
    },
  };
}

function mapServerFile(rasters: ReadonlyMap<BenchRaster, string>): string {
  const layers = [...rasters].map(([raster, path]) => {
    const scaled =
      raster.dataType === "Byte" ? "" : `PROCESSING "SCALE=0,${raster.dataType === "UInt16" ? 6000 : 3000}"`;
    const bands = raster.bands === 1 ? "1" : "1,2,3";
    return `LAYER
    NAME "${raster.name}" TYPE RASTER STATUS ON DATA "${path}"
    PROJECTION "init=epsg:${raster.epsg}" END
    PROCESSING "BANDS=${bands}" PROCESSING "RESAMPLE=BILINEAR" PROCESSING "CLOSE_CONNECTION=DEFER" ${scaled}
  END`;
  });
  return `MAP
  NAME "bench" STATUS ON SIZE 256 256 EXTENT -20037508 -20037508 20037508 20037508 UNITS METERS MAXSIZE 4096
  PROJECTION "init=epsg:3857" END
  IMAGETYPE "png"
  OUTPUTFORMAT NAME "png" DRIVER AGG/PNG MIMETYPE "image/png" IMAGEMODE RGBA EXTENSION "png" FORMATOPTION "COMPRESSION=1" END
  WEB METADATA "wms_title" "bench" "wms_srs" "EPSG:3857" "wms_enable_request" "*" "wms_onlineresource" "http://127.0.0.1/" END END
  ${layers.join("\n  ")}
END
`;
}

function mapCacheFile(folder: string, rasters: readonly BenchRaster[], wms: string): string {
  const sources = rasters.map(
    ({ name }) => `<source name="${name}" type="wms">
    <getmap><params><FORMAT>image/png</FORMAT><LAYERS>${name}</LAYERS><SRS>EPSG:3857</SRS></params></getmap>
    <http><url>${wms}</url></http>
  </source>`,
  );
  const tilesets = rasters.map(
    ({ name }) => `<tileset name="${name}">
    <source>${name}</source><cache>disk</cache><grid>GoogleMapsCompatible</grid><format>fast</format><metatile>1 1</metatile>
  </tileset>`,
  );
  return `<?xml version="1.0"?>
<mapcache>
  <format name="fast" type="PNG"><compression>fast</compression></format>
  <cache name="disk" type="disk"><base>${join(folder, "mapcache")}</base></cache>
  ${[...sources, ...tilesets].join("\n  ")}
  <service type="tms" enabled="true"/>
  <errors>report</errors>
  <lock_dir>${folder}</lock_dir>
</mapcache>
`;
}

function lighttpdFile({
  folder,
  port,
  settings,
  cacheFile,
}: Record<"folder" | "settings" | "cacheFile", string> & { port: number }): string {
  const program = (name: string, path: string, environment: string) => `(
    "socket" => "${join(folder, `${name}.socket`)}", "bin-path" => "${path}", "check-local" => "disable", "max-procs" => ${PROCESSES},
    "bin-environment" => (${environment})
  )`;
  return `server.document-root = "${folder}"
server.bind = "127.0.0.1"
server.port = ${port}
server.max-keep-alive-requests = 1000000
server.modules = ("mod_fastcgi")
fastcgi.server = (
  "/wms" => (${program("mapserv", "/usr/lib/cgi-bin/mapserv", `"MAPSERVER_CONFIG_FILE" => "${settings}", "GDAL_CACHEMAX" => "256"`)}),
  "/mapcache" => (${program("mapcache", "/usr/lib/cgi-bin/mapcache", `"MAPCACHE_CONFIG_FILE" => "${cacheFile}"`)})
)
`;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

const ATTEMPTS = 100;

async function untilAnswered(url: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      const answer = await fetch(url);
      if (answer.ok) return;
      throw new Error(`${answer.status}: ${await answer.text()}`);
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
