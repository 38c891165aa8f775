import { expect, test } from "vitest";
import { createAssetLocator } from "./asset-location.ts";

const base = { S3_REGION: "eu-central-1", S3_FORCE_PATH_STYLE: false };

test("a file store's objects are plain paths", () => {
  const locator = createAssetLocator({ ...base, OBJECT_STORE_URL: "file:///var/lib/my%20rasters/" });
  expect(locator.locate("assets/a.tif")).toBe("/var/lib/my rasters/assets/a.tif");
  expect(locator.gdalOptions).toEqual({});
});

test("an S3 store's objects are read through /vsis3 with its endpoint, and no credentials among the options", () => {
  const locator = createAssetLocator({
    ...base,
    OBJECT_STORE_URL: "s3://bucket/some/prefix",
    S3_ENDPOINT: "http://127.0.0.1:9000",
    S3_FORCE_PATH_STYLE: true,
  });
  expect(locator.locate("assets/a.tif")).toBe("/vsis3/bucket/some/prefix/assets/a.tif");
  expect(locator.gdalOptions).toMatchObject({
    AWS_S3_ENDPOINT: "127.0.0.1:9000",
    AWS_HTTPS: "NO",
    AWS_VIRTUAL_HOSTING: "FALSE",
    AWS_REGION: "eu-central-1",
  });
  expect(Object.keys(locator.gdalOptions).join()).not.toMatch(/SECRET|ACCESS_KEY/);
});

test("keys that would leave the store are refused", () => {
  const locator = createAssetLocator({ ...base, OBJECT_STORE_URL: "file:///data" });
  for (const key of ["../x", "a/../../x", "/etc/passwd", "a//b", "", "a\\b", "a\0b"]) {
    expect(() => locator.locate(key)).toThrow(RangeError);
  }
});

test("a store that GDAL cannot read is refused at start", () => {
  expect(() => createAssetLocator({ ...base, OBJECT_STORE_URL: "memory:" })).toThrow("memory:");
});
