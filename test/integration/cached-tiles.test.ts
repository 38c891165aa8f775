import { request } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ProblemError } from "../../core/errors.ts";
import { grantedTileUrl, shareItem, type SharedItem } from "../support/shared-item.ts";
import { startSystem, type TestSystem } from "../support/system.ts";

let system: TestSystem;
let shared: SharedItem;
let url: string;

beforeAll(async () => {
  system = await startSystem({
    pools: ["render", "metering"],
    settings: { TRUSTED_PROXIES: "127.0.0.1", LOG_LEVEL: "silent" },
  });
  shared = await shareItem(system);
  url = await grantedTileUrl(system, shared.token, shared.tile);
  await system.client.get(url);
});
afterAll(() => system.stop());

interface RawAnswer {
  readonly status: number | undefined;
  /** Names and values as they came, in their order. */
  readonly headers: readonly string[];
  readonly bytes: Buffer;
}

/** A query makes no difference to a tile with data, and only the router reads one. */
const routed = (address: string) => `${address}?empty=tile`;

function getRaw(address: string, headers: Record<string, string> = {}): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    request(address, { headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.once("end", () =>
        resolve({
          status: response.statusCode,
          headers: response.rawHeaders,
          bytes: Buffer.concat(chunks),
        }),
      );
    })
      .once("error", reject)
      .end();
  });
}

/** What differs between any two answers. */
function comparable({ status, headers, bytes }: RawAnswer) {
  return {
    status,
    bytes,
    headers: headers.map((value, at) =>
      ["date", "x-request-id"].includes((headers[at - 1] ?? "").toLowerCase()) ? "…" : value,
    ),
  };
}

const usage = async () =>
  (await system.client.call("usage.current", { organization_id: system.organization.organizationId }))
    .tile_requests as number;

test.each(["png", "webp", "jpg", "avif"])(
  "a cached %s is the same answer, header for header, with the router and without it",
  async (format) => {
    const address = url.replace(/png$/, format);
    await getRaw(address);
    const [short, long] = [await getRaw(address), await getRaw(routed(address))];
    expect(short.headers).toContain("memory");
    expect(comparable(short)).toEqual(comparable(long));
    expect(short.headers.filter((value) => /^[\da-f-]{36}-\w+$/.test(value))).toHaveLength(1);
  },
);

test("both are counted", async () => {
  await expect.poll(usage, { timeout: 5_000 }).toBe(1 + 4 * 3);
});

test("a tile whose usage cannot be recorded is refused by the router, and not given away", async () => {
  const { usage: recorder } = system.deps;
  const refusal = new ProblemError("unavailable", "Usage cannot be recorded.", { retryAfterSeconds: 1 });
  Object.defineProperty(recorder, "record", { value: () => Promise.reject(refusal), configurable: true });
  const [short, long] = [await getRaw(url), await getRaw(routed(url))];
  Reflect.deleteProperty(recorder, "record");
  expect(short.status).toBe(503);
  expect(short.headers).toContain("application/problem+json; charset=utf-8");
  const withoutId = ({ bytes }: RawAnswer) => ({ ...JSON.parse(bytes.toString()), request_id: "…" });
  expect(withoutId(short)).toEqual(withoutId(long));
  expect((await getRaw(url)).status).toBe(200);
});
