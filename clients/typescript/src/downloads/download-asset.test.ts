import { mkdtemp, readdir, readFile, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { GeoperaClient, GeoperaError } from "../index.ts";
import { downloadAssetToFile } from "../node/download-to-file.ts";

const FILE = Buffer.from(Array.from({ length: 300_000 }, (_, index) => index % 251));
const INPUT = { item_id: "i", asset_id: "a" };

let server: Server;
let client: GeoperaClient;
/** The `Range` of every request, and after how many bytes its connection is closed. */
let ranges: (string | undefined)[];
let cuts: number[];
let etag: string;
let knowsRanges: boolean;

beforeAll(async () => {
  server = createServer((request, response) => {
    const { port } = server.address() as AddressInfo;
    if (request.method === "POST") {
      const url = `http://127.0.0.1:${port}/file`;
      response.end(JSON.stringify({ url, file_name: "a.tif", media_type: "image/tiff", bytes: FILE.length }));
      return;
    }
    const { range } = request.headers;
    ranges.push(range);
    const from = knowsRanges ? Number(/\d+/.exec(range ?? "")?.[0] ?? 0) : 0;
    const rest = FILE.subarray(from);
    response.writeHead(from > 0 ? 206 : 200, { etag, "content-length": rest.length });
    const cut = cuts.shift();
    if (cut === undefined) response.end(rest);
    else response.write(rest.subarray(0, cut), () => response.destroy());
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  client = new GeoperaClient({ baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  ranges = [];
  cuts = [];
  etag = '"1"';
  knowsRanges = true;
});

const folder = () => mkdtemp(join(tmpdir(), "geopera-download-"));

test("a download goes on where its connection was lost, and is a file when it is whole", async () => {
  const into = await folder();
  cuts = [100_000];
  const progress: number[] = [];
  const path = join(into, "a.tif");
  const file = await downloadAssetToFile(client, INPUT, path, {
    onProgress: (bytes) => progress.push(bytes),
  });
  expect(file).toMatchObject({ file_name: "a.tif", bytes: FILE.length });
  expect((await readFile(path)).equals(FILE)).toBe(true);
  expect(await readdir(into)).toEqual(["a.tif"]);
  expect(ranges[0]).toBeUndefined();
  expect(ranges[1]).toMatch(/^bytes=[1-9]\d*-$/);
  expect(progress.at(-1)).toBe(FILE.length);
});

test("another call goes on from the part that is there, with a server that knows ranges or not", async () => {
  for (const knows of [true, false]) {
    knowsRanges = knows;
    const path = join(await folder(), "a.tif");
    await writeFile(`${path}.part`, FILE.subarray(0, 123_456));
    await downloadAssetToFile(client, INPUT, path);
    expect((await readFile(path)).equals(FILE)).toBe(true);
  }
  expect(ranges).toEqual(["bytes=123456-", "bytes=123456-"]);
});

test("a file that is replaced meanwhile is no mixture of two", async () => {
  cuts = [1_000];
  const onProgress = (bytes: number) => void (bytes > 0 && (etag = '"2"'));
  const path = join(await folder(), "a.tif");
  await expect(downloadAssetToFile(client, INPUT, path, { onProgress })).rejects.toThrow(
    "was replaced while it was downloaded",
  );
});

test("a download ends when its caller wants so", async () => {
  const path = join(await folder(), "a.tif");
  const signal = AbortSignal.abort("enough");
  await expect(downloadAssetToFile(client, INPUT, path, { signal })).rejects.toBe("enough");
  cuts = Array.from({ length: 9 }, () => 0);
  await expect(downloadAssetToFile(client, INPUT, path, { retriesMax: 0 })).rejects.toThrow(GeoperaError);
});
