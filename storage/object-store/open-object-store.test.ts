import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { FileObjectStore } from "./file-object-store.ts";
import { MemoryObjectStore } from "./memory-object-store.ts";
import { openObjectStore } from "./open-object-store.ts";
import { S3ObjectStore } from "./s3-object-store.ts";

const S3 = { S3_ENDPOINT: "http://127.0.0.1:1", S3_REGION: "us-east-1", S3_FORCE_PATH_STYLE: true };

it.each([
  ["memory:", MemoryObjectStore],
  ["file:///tmp/never-written-to", FileObjectStore],
  ["s3://bucket/prefix", S3ObjectStore],
])("%s opens its driver without touching anything", async (OBJECT_STORE_URL, driver) => {
  const store = await openObjectStore({ OBJECT_STORE_URL, ...S3 });
  expect(store).toBeInstanceOf(driver);
  await store.close();
});

it("an unusable URL is refused by name", async () => {
  await expect(openObjectStore({ OBJECT_STORE_URL: "ftp://host/", ...S3 })).rejects.toThrow(
    "OBJECT_STORE_URL",
  );
});

it("objects of the file driver outlive the process that wrote them", async () => {
  const folder = await mkdtemp(join(tmpdir(), "open-object-store-"));
  const config = { OBJECT_STORE_URL: pathToFileURL(join(folder, "with space %41")).href, ...S3 };
  await (await openObjectStore(config)).put("a/b", Buffer.from("kept"));
  expect(String(await (await openObjectStore(config)).get("a/b"))).toBe("kept");
  await rm(folder, { recursive: true });
});
