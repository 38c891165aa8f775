import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { packageRoot } from "../infra/package-root.ts";

/**
 * Cached tiles by GET grant, usage recorded, against a bare node:http server that answers the same bytes: run `npm start` in one terminal and
 * `npm run bench:cached` in another. Needs wrk. Prints requests a second of alternating runs and the ratio of medians.
 */
const RUNS = 5;
const SECONDS = 4;
const CONNECTIONS = 32;

interface Demo {
  readonly api_url: string;
  readonly share: { readonly token: string; readonly password: string };
}

const demo = JSON.parse(readFileSync(join(packageRoot, ".geopera", "demo.json"), "utf8")) as Demo;
const tilejson = (await (
  await fetch(`${demo.api_url}/v1/op/share.tilejson`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ token: demo.share.token, password: demo.share.password }),
  })
).json()) as { tiles: [string] };
const url = tilejson.tiles[0].replace("{z}/{x}/{y}", "2/2/1");
const tile = Buffer.from(await (await fetch(url)).arrayBuffer());

const bare = createServer((_request, response) => {
  response.writeHead(200, { "content-type": "image/png", "content-length": tile.length });
  response.end(tile);
});
bare.listen(0, "127.0.0.1");
await once(bare, "listening");
const bareUrl = `http://127.0.0.1:${(bare.address() as AddressInfo).port}/`;

const results = { bare: [] as number[], cached: [] as number[] };
for (let run = 0; run < RUNS; run += 1) {
  results.bare.push(await requestsPerSecond(bareUrl));
  results.cached.push(await requestsPerSecond(url));
}
bare.close();
const bareMedian = median(results.bare);
const cachedMedian = median(results.cached);
console.log(`tile of ${tile.length} bytes, ${CONNECTIONS} connections, ${RUNS} runs of ${SECONDS} s each`);
console.log(`bare node:http  ${results.bare.join(" ")}  median ${bareMedian} requests/s`);
console.log(`cached tiles    ${results.cached.join(" ")}  median ${cachedMedian} requests/s`);
console.log(`ratio ${(cachedMedian / bareMedian).toFixed(2)}`);

async function requestsPerSecond(target: string): Promise<number> {
  const wrk = spawn("wrk", ["-t1", `-c${CONNECTIONS}`, `-d${SECONDS}s`, target]);
  let output = "";
  wrk.stdout.on("data", (chunk: Buffer) => {
    output += chunk.toString();
  });
  await once(wrk, "close");
  if (/Non-2xx/.test(output)) throw new Error(output);
  return Math.round(Number(/Requests\/sec:\s+([\d.]+)/.exec(output)?.[1]));
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}
