import { expect, test } from "vitest";
import { assetKeys, completedKey, fileNameFault, nameFile, uploadedKey, uploadFolder } from "./upload.ts";

test("files of an upload lie below the organization's own folder", () => {
  const upload = { id: "u", organization_id: "o" };
  expect(uploadFolder(upload)).toBe("organizations/o/uploads/u/");
  expect(uploadedKey(upload, "scene.tif")).toBe("organizations/o/uploads/u/scene.tif");
  expect(completedKey(upload, "c", "scene.tif")).toBe("organizations/o/uploads/u/c/scene.tif");
});

test("an upload expects as many names as it has files; one more replaces a name that has not arrived", () => {
  const none = new Set<string>();
  expect(nameFile([], none, "a", 1)).toEqual({ kind: "added" });
  expect(nameFile(["a"], new Set(["a"]), "a", 1)).toEqual({ kind: "known" });
  expect(nameFile(["a", "b"], new Set(["a"]), "c", 2)).toEqual({ kind: "replaced", former: "b" });
  expect(nameFile(["a", "b"], new Set(["a", "b"]), "c", 2)).toEqual({ kind: "full" });
});

test.each(["scene.tif", "größe 1.tif", "a..b.tif", "100%.tif"])("%s can be a file's name", (name) => {
  expect(fileNameFault(name)).toBeUndefined();
});

test.each([
  "",
  ".",
  "..",
  "../a.tif",
  "a/b.tif",
  "a\\b.tif",
  "a\0.tif",
  "a\n.tif",
  ".hidden",
  "\ud800",
  "x".repeat(256),
])("%j cannot be a file's name", (name) => {
  expect(fileNameFault(name)).toBeDefined();
});

test("assets have the requested key, else the name of their file, and no two have the same", () => {
  expect(assetKeys(["scene.tif"], "visual")).toEqual(["visual"]);
  expect(assetKeys(["scene.tif"], null)).toEqual(["scene"]);
  expect(assetKeys(["b1.tif", "b1.tiff", "b2"], null)).toEqual(["b1", "b1_2", "b2"]);
  expect(assetKeys(["x".repeat(200)], null)[0]).toHaveLength(100);
});
