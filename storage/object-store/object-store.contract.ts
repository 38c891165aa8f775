import { createHash, randomBytes } from "node:crypto";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ObjectStoreError, type ObjectStore } from "./object-store.ts";
import type { PartedObject } from "./parted-objects.ts";

const STREAM_BYTES = 20 * 1024 * 1024;
const CHUNK_BYTES = 65_536;

const HOSTILE_KEYS = [
  ["an empty key", ""],
  ["an absolute path", "/etc/passwd"],
  ["a parent segment", "tiles/../../secret"],
  ["a parent segment at the end", "tiles/.."],
  ["a parent segment at the start", "../secret"],
  ["a dot segment", "tiles/./a"],
  ["an empty segment", "tiles//a"],
  ["a trailing slash", "tiles/"],
  ["a backslash", "tiles\\..\\secret"],
  ["a NUL", "tiles/a\0.png"],
  ["a line break", "tiles/a\nb"],
  ["a lone surrogate", "tiles/\ud800"],
  ["a driver's own folder", ".unfinished/a"],
  ["a segment no file system takes", "x".repeat(256)],
  ["a key S3 does not take", "abc/".repeat(300) + "a"],
] as const;

const UNUSUAL_KEYS = [
  "a key with spaces/and two  spaces.txt",
  "größe/東京/🗺.png",
  "percent/100%.txt",
  "percent/%2e%2e%2fescaped",
  "plus+and&and=and;and,and:and@and'and\"and(and)and*and$and!and?and#",
  "~tilde/..two-dots-first/three...dots",
  "<xml>&amp;</xml>",
] as const;

/** What a driver's test file says of its driver. */
export interface StoreUnderTest {
  /** A store in which nothing is yet. */
  readonly open: () => Promise<ObjectStore>;
  /** Whether the driver keeps whole objects in memory by its nature. */
  readonly keepsInMemory?: boolean;
  /** Rounds of the tests that race. */
  readonly rounds: number;
}

/** The guarantees of {@link ObjectStore}, run by every driver's test file against a real store. */
export function describeObjectStore(name: string, driver: StoreUnderTest): void {
  describe(`${name} keeps the object store's promises:`, () => {
    let store: ObjectStore;
    beforeEach(async () => {
      store = await driver.open();
    });
    afterEach(async () => {
      await store.close();
    });

    it("a part of an object comes back as those bytes and no others", async () => {
      const bytes = randomBytes(300_000);
      await store.put("scenes/part.tif", bytes);
      for (const [first, last] of [
        [0, 0],
        [1, 70_000],
        [65_536, 131_071],
        [299_999, 299_999],
        [0, 299_999],
      ] as const) {
        const pieces: Uint8Array[] = [];
        for await (const piece of (await store.getStream("scenes/part.tif", { first, last })) ?? [])
          pieces.push(Buffer.from(piece));
        expect(Buffer.concat(pieces).equals(bytes.subarray(first, last + 1))).toBe(true);
      }
    });

    describe("an object that arrives in parts", () => {
      const PART = 5 * 1024 * 1024;
      const bytes = randomBytes(PART * 2 + 1_000);
      const send = async (object: PartedObject, number: number, of = bytes) => {
        const offset = (number - 1) * PART;
        const part = of.subarray(offset, offset + PART);
        return await store.parts.put(object, { number, offset }, chunksOf(part));
      };

      it("is what its parts are in order, in whatever order they came, and none before they are joined", async () => {
        const key = "uploads/in-parts.tif";
        const object = { key, partsId: await store.parts.begin(key) };
        expect(await store.parts.list(object)).toEqual(new Map());
        await send(object, 3);
        await send(object, 1, Buffer.alloc(PART * 3));
        expect([...((await store.parts.list(object)) ?? [])]).toEqual([
          [1, PART],
          [3, 1_000],
        ]);
        expect(await store.head(key)).toBeUndefined();
        await send(object, 1);
        expect(await send(object, 2)).toBe(PART);
        await store.parts.join(object);
        expect((await store.get(key))?.equals(bytes)).toBe(true);
        expect(await store.head(key)).toMatchObject({ bytes: bytes.length });
        expect(await store.parts.list(object)).toBeUndefined();
        expect(await collectKeys(store, "")).toEqual([key]);
        await store.parts.drop(object);
        expect(await store.head(key)).toBeDefined();
      });

      it("has no part whose source failed, and is nothing when dropped", async () => {
        const key = "uploads/dropped.tif";
        const object = { key, partsId: await store.parts.begin(key) };
        const failing = async function* (): AsyncIterable<Uint8Array> {
          yield Buffer.alloc(10);
          throw new RangeError("cut off");
        };
        await expect(store.parts.put(object, { number: 1, offset: 0 }, failing())).rejects.toThrow(
          RangeError,
        );
        expect(await store.parts.list(object)).toEqual(new Map());
        await store.parts.drop(object);
        await store.parts.drop(object);
        expect(await store.parts.list(object)).toBeUndefined();
        await expect(send(object, 1)).rejects.toThrow();
        await expect(store.parts.join(object)).rejects.toThrow();
        expect(await store.head(key)).toBeUndefined();
      });
    });

    it("an object comes back byte for byte, with its size", async () => {
      const bytes = randomBytes(30_000);
      await store.put("tiles/ab/cd.png", bytes, { contentType: "image/png" });
      expect(await store.get("tiles/ab/cd.png")).toEqual(bytes);
      expect(await store.head("tiles/ab/cd.png")).toMatchObject({ bytes: 30_000 });
    });

    it("a file of this machine becomes the object, and is taken away", async () => {
      const folder = await mkdtemp(join(tmpdir(), "put-file-"));
      const path = join(folder, "prepared.tif");
      const bytes = randomBytes(300_000);
      for (const content of [bytes, Buffer.alloc(0)]) {
        await writeFile(path, content);
        expect(await store.putFile("prepared/scene.tif", path)).toBe(content.length);
        expect((await store.get("prepared/scene.tif"))?.equals(content)).toBe(true);
        expect(await readdir(folder)).toEqual([]);
      }
      await expect(store.putFile("prepared/none.tif", join(folder, "none.tif"))).rejects.toThrow();
      expect(await store.head("prepared/none.tif")).toBeUndefined();
      await rm(folder, { recursive: true });
    });

    it("an empty object is an object", async () => {
      await store.put("empty", new Uint8Array());
      expect(await store.putStream("empty-stream", chunksOf(Buffer.alloc(0)))).toBe(0);
      expect(await store.get("empty")).toEqual(Buffer.alloc(0));
      expect(await collect(await store.getStream("empty-stream"))).toEqual(Buffer.alloc(0));
    });

    it("the bytes of a view into a larger buffer are stored, and no more", async () => {
      const pool = Buffer.from("before-inside-after");
      await store.put("view", pool.subarray(7, 13));
      pool.fill(0);
      expect(String(await store.get("view"))).toBe("inside");
    });

    it("a missing object is undefined, also below an object and at a folder", async () => {
      await store.put("folder/file", Buffer.from("x"));
      for (const key of ["none", "folder/none", "folder", "folder/file/below", "no/such/folder"]) {
        expect(await store.get(key)).toBeUndefined();
        expect(await store.head(key)).toBeUndefined();
        expect(await store.getStream(key)).toBeUndefined();
      }
    });

    it("overwriting changes the version, reading does not", async () => {
      const versions: (string | undefined)[] = [];
      for (const content of ["one", "two", "six"]) {
        await store.put("scene.tif", Buffer.from(content));
        versions.push((await store.head("scene.tif"))?.version);
      }
      await store.get("scene.tif");
      expect(new Set(versions).size).toBe(3);
      expect((await store.head("scene.tif"))?.version).toBe(versions.at(-1));
      expect(String(await store.get("scene.tif"))).toBe("six");
    });

    it("readers of a key that is being overwritten see one whole object, the old or the new", async () => {
      const [a, b] = [Buffer.alloc(300_000, "a"), Buffer.alloc(200_000, "b")];
      await store.put("race", a);
      const race = { writing: true };
      const writers = Promise.all(
        [a, b].map(async (bytes) => {
          for (let round = 0; round < driver.rounds; round += 1) {
            await store.put("race", bytes);
            // Readers and writers take turns, however short each is.
            await nextTurn();
          }
        }),
      ).finally(() => {
        race.writing = false;
      });
      let reads = 0;
      while (race.writing) {
        const seen = await store.get("race");
        expect(seen?.equals(a) || seen?.equals(b)).toBe(true);
        reads += 1;
        await nextTurn();
      }
      await writers;
      expect(reads).toBeGreaterThan(1);
    });

    it("many writers of many new folders do not disturb each other", async () => {
      const keys = Array.from({ length: 40 }, (_, index) => `deep/${index % 4}/${index % 8}/${index}`);
      await Promise.all(keys.map((key) => store.put(key, Buffer.from(key))));
      for (const key of keys) expect(String(await store.get(key))).toBe(key);
    });

    it("a stream of 20 MB goes in and out in constant memory", { timeout: 30_000 }, async () => {
      const sent = createHash("sha256");
      const start = process.memoryUsage().arrayBuffers;
      let high = 0;
      const bytes = await store.putStream(
        "big",
        reusedChunks((chunk) => {
          sent.update(chunk);
          high = Math.max(high, process.memoryUsage().arrayBuffers - start);
        }),
      );
      expect(bytes).toBe(STREAM_BYTES);
      expect((await store.head("big"))?.bytes).toBe(STREAM_BYTES);
      if (driver.keepsInMemory !== true) expect(high).toBeLessThan(STREAM_BYTES * 0.75);

      const received = createHash("sha256");
      let largest = 0;
      for await (const piece of (await store.getStream("big")) ?? []) {
        received.update(piece);
        largest = Math.max(largest, piece.length);
      }
      expect(received.digest("hex")).toBe(sent.digest("hex"));
      expect(largest).toBeLessThanOrEqual(1024 * 1024);
    });

    it("a stream that fails midway leaves the old object and throws the source's own error", async () => {
      await store.put("kept", Buffer.from("old"));
      const fault = new Error("the disk of the source is broken");
      for (const key of ["kept", "new"]) {
        const broken = reusedChunks((_chunk, index) => {
          if (index === 200) throw fault;
        });
        await expect(store.putStream(key, broken)).rejects.toBe(fault);
      }
      expect(String(await store.get("kept"))).toBe("old");
      expect(await store.head("new")).toBeUndefined();
      expect(await collectKeys(store, "")).toEqual(["kept"]);
    });

    it("a stream may be left before its end, or never begun", async () => {
      await store.put("long", randomBytes(3_000_000));
      await store.getStream("long");
      for await (const piece of (await store.getStream("long")) ?? []) {
        expect(piece.length).toBeGreaterThan(0);
        break;
      }
      expect((await store.head("long"))?.bytes).toBe(3_000_000);
    });

    it("a copy keeps its content whatever happens to the first, and a missing object has none", async () => {
      for (const key of ["from/one.tif", ...UNUSUAL_KEYS]) {
        await store.put(key, Buffer.from("first"));
        expect(await store.copy(key, "to/a/copy.tif")).toBe(true);
        await store.put(key, Buffer.from("second"));
        expect(String(await store.get("to/a/copy.tif"))).toBe("first");
        await store.delete(key);
        expect(String(await store.get("to/a/copy.tif"))).toBe("first");
        expect(await store.copy("to/a/copy.tif", "to/a/copy.tif").catch(() => true)).toBe(true);
        expect(await collectKeys(store, "")).toEqual(["to/a/copy.tif"]);
      }
      expect(await store.copy("none", "to/none")).toBe(false);
      expect(await store.copy("to", "to/none")).toBe(false);
      expect(await collectKeys(store, "")).toEqual(["to/a/copy.tif"]);
    });

    it("deleting is final and may be repeated", async () => {
      await store.put("doomed/file", Buffer.from("x"));
      await store.delete("doomed/file");
      await store.delete("doomed/file");
      await store.delete("doomed");
      await store.delete("never/was");
      expect(await store.get("doomed/file")).toBeUndefined();
      expect(await collectKeys(store, "")).toEqual([]);
    });

    it("a listing is in byte order and a prefix may end inside a name", async () => {
      const keys = ["a.b", "a/b", "a/c/d", "a/c.d", "a0", "b", "é", "\uffee", "😀", "Z"];
      for (const key of keys) await store.put(key, Buffer.from(key));
      expect(await collectKeys(store, "")).toEqual([
        "Z",
        "a.b",
        "a/b",
        "a/c.d",
        "a/c/d",
        "a0",
        "b",
        "é",
        "\uffee",
        "😀",
      ]);
      expect(await collectKeys(store, "a")).toEqual(["a.b", "a/b", "a/c.d", "a/c/d", "a0"]);
      expect(await collectKeys(store, "a/")).toEqual(["a/b", "a/c.d", "a/c/d"]);
      expect(await collectKeys(store, "a/c")).toEqual(["a/c.d", "a/c/d"]);
      expect(await collectKeys(store, "a/c/d")).toEqual(["a/c/d"]);
      expect(await collectKeys(store, "none/at/all")).toEqual([]);
      await expect(collectKeys(store, "../")).rejects.toBeInstanceOf(RangeError);
    });

    it.each(UNUSUAL_KEYS)("the key %j is only a name", async (key) => {
      await store.put(key, Buffer.from(key));
      expect(await collectKeys(store, "")).toEqual([key]);
      expect(String(await store.get(key))).toBe(key);
      expect(String(await collect(await store.getStream(key)))).toBe(key);
      await store.delete(key);
      expect(await store.head(key)).toBeUndefined();
    });

    it.each(HOSTILE_KEYS)("%s is refused by every call before anything happens", async (_what, key) => {
      let asked = false;
      const source = reusedChunks(() => {
        asked = true;
      });
      const calls = [
        () => store.get(key),
        () => store.head(key),
        () => store.put(key, Buffer.from("x")),
        () => store.putStream(key, source),
        () => store.getStream(key),
        () => store.copy(key, "copy"),
        () => store.copy("kept", key),
        () => store.parts.begin(key),
        () => store.delete(key),
      ];
      for (const call of calls) await expect(call()).rejects.toBeInstanceOf(RangeError);
      expect(asked).toBe(false);
      expect(await collectKeys(store, "")).toEqual([]);
    });

    it("a closed store fails every call and may be closed again", async () => {
      await store.put("a", Buffer.from("x"));
      await store.close();
      await store.close();
      const calls = [
        () => store.get("a"),
        () => store.head("a"),
        () => store.put("a", Buffer.from("y")),
        () => store.putStream("a", chunksOf(Buffer.from("y"))),
        () => store.getStream("a"),
        () => store.delete("a"),
        () => store.parts.begin("a"),
        () => collectKeys(store, ""),
      ];
      for (const call of calls) await expect(call()).rejects.toBeInstanceOf(ObjectStoreError);
    });
  });
}

/** Every key under a prefix, in the order the store names them. */
export async function collectKeys(store: ObjectStore, prefix: string): Promise<string[]> {
  const keys: string[] = [];
  for await (const key of store.list(prefix)) keys.push(key);
  return keys;
}

async function* chunksOf(...chunks: Buffer[]): AsyncIterable<Uint8Array> {
  yield* chunks;
}

/** 20 MB in chunks that share one memory, as a source may do. */
async function* reusedChunks(look: (chunk: Buffer, index: number) => void): AsyncIterable<Uint8Array> {
  const chunk = randomBytes(CHUNK_BYTES);
  for (let index = 0; index < STREAM_BYTES / CHUNK_BYTES; index += 1) {
    chunk.writeUInt32LE(index);
    look(chunk, index);
    yield chunk;
  }
}

async function collect(stream: AsyncIterable<Uint8Array> | undefined): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of stream ?? []) pieces.push(piece);
  return Buffer.concat(pieces);
}
