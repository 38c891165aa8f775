import { describe, expect, it } from "vitest";
import { prefixFault, resolveAssetHref } from "./asset-href.ts";

const FILE = "file:///var/lib/geo%20pera/objects";
const S3 = "s3://rasters/team-a";
const MINE = "0198c1de-0000-7000-8000-000000000001";
const WHOLE = { organizationId: MINE, prefixes: [""] };
const FOREIGN = "0198c1de-0000-7000-8000-000000000002";

describe("an asset's href", () => {
  it.each([
    [FILE, "scenes/a.tif", "scenes/a.tif"],
    [S3, "scenes/a.tif", "scenes/a.tif"],
    ["memory:", "scenes/a.tif", "scenes/a.tif"],
    [FILE, "a scene with 100%.tif", "a scene with 100%.tif"],
    [FILE, "file:///var/lib/geo%20pera/objects/scenes/a.tif", "scenes/a.tif"],
    [FILE, "file:///var/lib/geo%20pera/objects/scenes/caf%C3%A9%20100%25.tif", "scenes/café 100%.tif"],
    [`${FILE}/`, "file:///var/lib/geo%20pera/objects/a.tif", "a.tif"],
    ["file:///", "file:///data/a.tif", "data/a.tif"],
    [S3, "s3://rasters/team-a/scenes/a.tif", "scenes/a.tif"],
    ["s3://rasters", "s3://rasters/a.tif", "a.tif"],
    [FILE, `organizations/${MINE}/a.tif`, `organizations/${MINE}/a.tif`],
    [S3, `s3://rasters/team-a/organizations/${MINE}/a.tif`, `organizations/${MINE}/a.tif`],
    [FILE, "tiles-of-mine/a.tif", "tiles-of-mine/a.tif"],
  ])("in %s, %s is the object %s", (store, href, key) => {
    expect(resolveAssetHref(store, href, WHOLE)).toBe(key);
  });

  it.each([
    ["nothing", ""],
    ["an absolute path", "/etc/passwd"],
    ["another scheme", "https://example.org/a.tif"],
    ["another scheme in capitals", "HTTP://example.org/a.tif"],
    ["a GDAL path", "/vsicurl/https://example.org/a.tif"],
    ["a data URL", "data:image/tiff;base64,AAAA"],
    ["a drive letter", "C:/a.tif"],
    ["a network path", "//host/a.tif"],
    ["a parent segment", "scenes/../../a.tif"],
    ["a parent segment in a URL", "file:///var/lib/geo%20pera/objects/../secret.tif"],
    ["an encoded parent segment", "scenes/%2e%2e/a.tif"],
    ["an encoded parent segment in a URL", "file:///var/lib/geo%20pera/objects/%2E%2e/secret.tif"],
    ["an encoded slash", "scenes/..%2fa.tif"],
    ["an encoded backslash", "scenes/..%5Ca.tif"],
    ["a doubly encoded parent segment", "scenes/%252e%252e/a.tif"],
    ["an encoded NUL", "scenes/a.tif%00.png"],
    ["a NUL", "scenes/a.tif\0.png"],
    ["a backslash", "scenes\\a.tif"],
    ["a query", "scenes/a.tif?x=1"],
    ["a fragment", "scenes/a.tif#x"],
    ["a URL outside the store", "file:///etc/passwd"],
    ["a URL beside the store", "file:///var/lib/geo%20pera/objects-of-others/a.tif"],
    ["a URL of the store itself", "file:///var/lib/geo%20pera/objects/"],
    ["a URL with a host", "file://localhost/var/lib/geo%20pera/objects/a.tif"],
    ["a URL with broken encoding", "file:///var/lib/geo%20pera/objects/%zz.tif"],
    ["another store's URL", "s3://rasters/team-a/a.tif"],
    ["rendered tiles", "tiles/ab/cd.png"],
    ["rendered tiles in capitals", "TILES/ab/cd.png"],
    ["exports", "exports/2026-10.csv"],
    ["exports by URL", "file:///var/lib/geo%20pera/objects/exports/2026-10.csv"],
    ["exports by encoded URL", "file:///var/lib/geo%20pera/objects/%65xports/2026-10.csv"],
    ["a foreign organization's folder", `organizations/${FOREIGN}/a.tif`],
    ["a foreign organization's folder in capitals", `Organizations/${FOREIGN}/a.tif`],
    ["a foreign organization's folder in odd letters", `organization\u017f/${FOREIGN}/a.tif`],
    ["the folder of all organizations", "organizations/a.tif"],
    ["its own folder without an object", `organizations/${MINE}`],
    ["unfinished writes", ".unfinished/a"],
  ])("%s is no asset: %j", (_what, href) => {
    expect(resolveAssetHref(FILE, href, WHOLE)).toBeUndefined();
  });

  it.each([
    ["another bucket", "s3://other/team-a/a.tif"],
    ["a longer bucket name", "s3://rasters-2/team-a/a.tif"],
    ["another prefix", "s3://rasters/team-b/a.tif"],
    ["a longer prefix", "s3://rasters/team-ab/a.tif"],
    ["the bucket's root", "s3://rasters/a.tif"],
    ["user information", "s3://key:secret@rasters/team-a/a.tif"],
    ["another scheme's name for it", "https://rasters.s3.amazonaws.com/team-a/a.tif"],
    ["a file", "file:///team-a/a.tif"],
  ])("of an S3 store, %s is no asset: %j", (_what, href) => {
    expect(resolveAssetHref(S3, href, WHOLE)).toBeUndefined();
  });

  it("no URL lies in a memory store", () => {
    expect(resolveAssetHref("memory:", "memory:a.tif", WHOLE)).toBeUndefined();
  });

  it.each([
    [[], "scenes/a.tif", false],
    [["scenes/"], "scenes/a.tif", true],
    [["scenes/"], "scenes-of-others/a.tif", false],
    [["scenes/"], "Scenes/a.tif", false],
    [["scenes/"], "scenes/../other/a.tif", false],
    [["scenes/2026/"], "scenes/2025/a.tif", false],
    [["scenes/"], `organizations/${MINE}/a.tif`, true],
    [["scenes/"], `organizations/${FOREIGN}/a.tif`, false],
    [[""], `organizations/${FOREIGN}/a.tif`, false],
    [[""], "tiles/ab/cd.png", false],
  ])("with the prefixes %j, %s is readable: %s", (prefixes, href, isReadable) => {
    const key = resolveAssetHref(FILE, href, { organizationId: MINE, prefixes });
    expect(key !== undefined).toBe(isReadable);
  });
});

describe("a prefix", () => {
  it.each(["", "scenes/", "scenes/2026/"])("%j can be mapped", (prefix) => {
    expect(prefixFault(prefix)).toBeUndefined();
  });

  it.each([
    "/",
    "scenes",
    "../",
    "scenes/../",
    "scenes//",
    "organizations/",
    `Organizations/${FOREIGN}/`,
    "tiles/",
    "TILES/ab/",
    "exports/",
    ".unfinished/",
    "a%2f/",
  ])("%j cannot", (prefix) => {
    expect(prefixFault(prefix)).toBeDefined();
  });
});
