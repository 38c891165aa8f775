import { afterEach, describe, expect, test, vi } from "vitest";
import { keyOfDownload } from "./key-of-download.ts";
import { openObjectStore } from "./open-object-store.ts";

const KEY = "organizations/a b/scène.tif";

afterEach(() => void vi.unstubAllEnvs());

describe.each([
  ["a path", { S3_FORCE_PATH_STYLE: true, S3_ENDPOINT: "https://s3.example.org" }],
  ["a host", { S3_FORCE_PATH_STYLE: false, S3_ENDPOINT: undefined }],
])("of a bucket that is %s", (_name, settings) => {
  test("the key of a signed address is found, and that of no other", async () => {
    vi.stubEnv("AWS_ACCESS_KEY_ID", "key");
    vi.stubEnv("AWS_SECRET_ACCESS_KEY", "secret");
    const common = { ...settings, OBJECT_STORE_URL: "s3://scenes-bucket/store", S3_REGION: "eu-central-1" };
    const store = await openObjectStore({ ...common, S3_PUBLIC_ENDPOINT: undefined });
    const url = (await store.signedUrl(KEY, { seconds: 60, fileName: "scene.tif" }))!;
    expect(await keyOfDownload(store, url)).toBe(KEY);
    expect(await keyOfDownload(store, url.split("?")[0]!)).toBe(KEY);
    expect(await keyOfDownload(store, url.replace("scenes-bucket", "other-bucket"))).toBeUndefined();
    expect(await keyOfDownload(store, url.replace("/store/", "/other/"))).toBeUndefined();
    expect(await keyOfDownload(store, "https://stranger.example/store/a.tif")).toBeUndefined();
    expect(await keyOfDownload(store, `${url.split("?")[0]}%`)).toBeUndefined();
    await store.close();
  });
});
