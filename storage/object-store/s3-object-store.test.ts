import { CreateBucketCommand, DeleteBucketCommand, ListMultipartUploadsCommand } from "@aws-sdk/client-s3";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { findTestS3Server } from "../../test/support/s3-server.ts";
import { ObjectStoreError } from "./object-store.ts";
import { collectKeys, describeObjectStore } from "./object-store.contract.ts";
import { createS3Client } from "./s3-client.ts";
import { S3ObjectStore } from "./s3-object-store.ts";

const LIMIT_MS = 400;
const server = findTestS3Server("storage/object-store/s3-object-store.test.ts");

describe.skipIf(server === undefined)("on a real S3 server", () => {
  const bucket = `contract-${randomUUID()}`;
  const options = {
    bucket,
    prefix: "",
    region: "us-east-1",
    forcePathStyle: true,
    partBytes: 5 * 1024 * 1024,
    ...server,
  };
  const client = createS3Client(options);

  beforeAll(async () => {
    await client.send(new CreateBucketCommand({ Bucket: bucket }));
  }, 30_000);

  afterAll(async () => {
    const everything = new S3ObjectStore(options);
    const keys = await collectKeys(everything, "");
    for (let start = 0; start < keys.length; start += 50) {
      await Promise.all(keys.slice(start, start + 50).map((key) => everything.delete(key)));
    }
    await everything.close();
    await client.send(new DeleteBucketCommand({ Bucket: bucket }));
    client.destroy();
  }, 30_000);

  describeObjectStore("the S3 driver", {
    open: async () => new S3ObjectStore({ ...options, prefix: `stores/${randomUUID()}` }),
    rounds: 15,
  });

  it("a failed stream leaves no parts of an upload behind", async () => {
    const store = new S3ObjectStore(options);
    const broken = async function* (): AsyncIterable<Uint8Array> {
      for (let chunk = 0; chunk < 12; chunk += 1) yield Buffer.alloc(1024 * 1024);
      throw new Error("broken");
    };
    await expect(store.putStream("unfinished", broken())).rejects.toThrow("broken");
    const { Uploads } = await client.send(new ListMultipartUploadsCommand({ Bucket: bucket }));
    expect(Uploads ?? []).toEqual([]);
    await store.close();
  });

  it("objects of two prefixes in one bucket do not see each other", async () => {
    const [one, two] = ["one", "one-more"].map((prefix) => new S3ObjectStore({ ...options, prefix }));
    await one?.put("a", Buffer.from("1"));
    await two?.put("b", Buffer.from("2"));
    expect(await collectKeys(one!, "")).toEqual(["a"]);
    expect(await two?.get("a")).toBeUndefined();
    await Promise.all([one?.close(), two?.close()]);
  });

  it("a listing goes on over S3's page of a thousand keys", { timeout: 30_000 }, async () => {
    const store = new S3ObjectStore({ ...options, prefix: "pages" });
    const keys = Array.from({ length: 1010 }, (_, index) => `key-${String(index).padStart(4, "0")}`);
    for (let start = 0; start < keys.length; start += 101) {
      await Promise.all(keys.slice(start, start + 101).map((key) => store.put(key, Buffer.from("x"))));
    }
    expect(await collectKeys(store, "key-")).toEqual(keys);
    await store.close();
  });

  it("a stream whose object is replaced while it is read fails rather than mixing two versions", async () => {
    const store = new S3ObjectStore(options);
    await store.put("replaced", Buffer.from("old"));
    const stream = await store.getStream("replaced");
    await store.put("replaced", Buffer.from("new"));
    const read = async () => {
      for await (const piece of stream ?? []) expect(String(piece)).toBe("old");
    };
    await expect(read()).rejects.toBeInstanceOf(ObjectStoreError);
    await store.close();
  });

  it("wrong credentials and a missing bucket are errors, not missing objects", async () => {
    const credentials = { accessKeyId: "nobody", secretAccessKey: "nothing" };
    const stranger = new S3ObjectStore({ ...options, credentials });
    await expect(stranger.get("a")).rejects.toBeInstanceOf(ObjectStoreError);
    await expect(stranger.head("a")).rejects.toBeInstanceOf(ObjectStoreError);
    const nowhere = new S3ObjectStore({ ...options, bucket: "no-such-bucket" });
    await expect(nowhere.get("a")).rejects.toThrow("NoSuchBucket");
    await Promise.all([stranger.close(), nowhere.close()]);
  });
});

describe("when the S3 server is unavailable, the S3 driver", () => {
  const open: { close: () => Promise<void> }[] = [];
  afterEach(async () => {
    await Promise.all(open.splice(0).map((resource) => resource.close()));
  });

  const storeAt = (endpoint: string) => {
    const store = new S3ObjectStore({
      bucket: "bucket",
      prefix: "",
      region: "us-east-1",
      endpoint,
      forcePathStyle: true,
      credentials: { accessKeyId: "a", secretAccessKey: "b" },
      callTimeoutMs: LIMIT_MS,
    });
    open.push(store);
    return store;
  };

  const listen = async (http: Server) => {
    http.listen(0, "127.0.0.1");
    await once(http, "listening");
    open.push({
      close: async () => {
        http.closeAllConnections();
        http.close();
        await once(http, "close");
      },
    });
    return `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  };

  const expectAllToFailInTime = async (store: S3ObjectStore) => {
    const calls = [
      () => store.get("a"),
      () => store.head("a"),
      () => store.put("a", Buffer.alloc(100_000)),
      () => store.putStream("a", streamOf(Buffer.from("x"))),
      () => store.getStream("a"),
      () => store.delete("a"),
      () => collectKeys(store, ""),
    ];
    await Promise.all(
      calls.map(async (call) => {
        const start = performance.now();
        await expect(call()).rejects.toBeInstanceOf(ObjectStoreError);
        expect(performance.now() - start).toBeLessThan(LIMIT_MS * 3);
      }),
    );
  };

  it("fails in time at a closed port", async () => {
    const http = createServer();
    const endpoint = await listen(http);
    await open.pop()?.close();
    await expectAllToFailInTime(storeAt(endpoint));
  });

  it("fails in time when nothing is ever answered", async () => {
    await expectAllToFailInTime(storeAt(await listen(createServer(() => undefined))));
  });

  it("fails in time when every answer is 503", async () => {
    const busy = createServer((_request, response) => response.writeHead(503).end());
    await expectAllToFailInTime(storeAt(await listen(busy)));
  });

  it("fails in time when an answer stops halfway, read whole or in pieces", async () => {
    const stalling = createServer((request, response) => {
      response.writeHead(200, { "content-length": "100", etag: '"e"' });
      if (request.method === "HEAD") response.end();
      else response.write("half");
    });
    const store = storeAt(await listen(stalling));
    const start = performance.now();
    await expect(store.get("a")).rejects.toThrow(/no answer within/);
    const pieces: string[] = [];
    const read = async () => {
      for await (const piece of (await store.getStream("a")) ?? []) pieces.push(String(piece));
    };
    await expect(read()).rejects.toBeInstanceOf(ObjectStoreError);
    expect(pieces).toEqual(["half"]);
    expect(performance.now() - start).toBeLessThan(LIMIT_MS * 6);
  });

  it("does not count the time in which the reader of a stream is busy", async () => {
    const slow = createServer((request, response) => {
      response.writeHead(200, { "content-length": "2", etag: '"e"' });
      if (request.method === "HEAD") response.end();
      else response.write("a", () => setTimeout(() => response.end("b"), LIMIT_MS * 0.75));
    });
    const store = storeAt(await listen(slow));
    const pieces: string[] = [];
    for await (const piece of (await store.getStream("a")) ?? []) {
      pieces.push(String(piece));
      await new Promise((resolve) => setTimeout(resolve, LIMIT_MS * 1.5));
    }
    expect(pieces.join("")).toBe("ab");
  });
});

async function* streamOf(...chunks: Buffer[]): AsyncIterable<Uint8Array> {
  yield* chunks;
}
