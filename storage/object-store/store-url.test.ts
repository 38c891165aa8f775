import { describe, expect, it } from "vitest";
import { parseStoreUrl } from "./store-url.ts";

describe("the URL of the object store", () => {
  it.each([
    ["memory:", { kind: "memory" }],
    ["file:///var/lib/geopera", { kind: "file", root: "/var/lib/geopera" }],
    ["file:///var/lib/geopera/", { kind: "file", root: "/var/lib/geopera" }],
    ["file:///with%20space/and%25percent", { kind: "file", root: "/with space/and%percent" }],
    ["file:///", { kind: "file", root: "/" }],
    ["s3://bucket", { kind: "s3", bucket: "bucket", prefix: "" }],
    ["s3://bucket/", { kind: "s3", bucket: "bucket", prefix: "" }],
    ["s3://my.bucket-1/a/b/", { kind: "s3", bucket: "my.bucket-1", prefix: "a/b" }],
  ])("%s is taken apart", (url, location) => {
    expect(parseStoreUrl(url)).toEqual(location);
  });

  it.each([
    "",
    "/var/lib",
    "http://bucket/",
    "file://host/dir",
    "file:///dir?query",
    "s3://",
    "s3://UPPER/a",
    "s3://key:secret@bucket/a",
    "s3://bucket/a/../b",
    "s3://bucket//a",
    "memory:x",
  ])("%j is refused by name", (url) => {
    expect(() => parseStoreUrl(url)).toThrow(/^OBJECT_STORE_URL .* cannot be used/);
  });
});
