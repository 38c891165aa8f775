import { mkdir, mkdtemp, readdir, readFile, rm, symlink, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { FileObjectStore } from "./file-object-store.ts";
import { collectKeys, describeObjectStore } from "./object-store.contract.ts";
import { ObjectStoreError } from "./object-store.ts";

const folder = await mkdtemp(join(tmpdir(), "file-object-store-"));
afterAll(async () => {
  await rm(folder, { recursive: true });
});

describeObjectStore("the file driver", {
  open: async () =>
    new FileObjectStore(join(await mkdtemp(join(folder, "contract-")), "made", "when", "needed")),
  rounds: 100,
});

describe("the file driver", () => {
  let root: string;
  let outside: string;
  let store: FileObjectStore;

  beforeEach(async () => {
    const place = await mkdtemp(join(folder, "own-"));
    root = join(place, "root");
    outside = join(place, "root-outside");
    await mkdir(root);
    await mkdir(outside);
    await writeFile(join(outside, "secret"), "secret");
    store = new FileObjectStore(root);
  });

  it("reads nothing through a symbolic link that leads outside", async () => {
    await symlink(join(outside, "secret"), join(root, "file"));
    await symlink(outside, join(root, "folder"));
    for (const key of ["file", "folder/secret"]) {
      expect(await store.get(key)).toBeUndefined();
      expect(await store.head(key)).toBeUndefined();
      expect(await store.getStream(key)).toBeUndefined();
    }
    expect(await collectKeys(store, "")).toEqual([]);
    expect(await collectKeys(store, "folder/")).toEqual([]);
  });

  it("writes and deletes nothing through a symbolic link that leads outside", async () => {
    await symlink(outside, join(root, "folder"));
    await expect(store.put("folder/new", Buffer.from("x"))).rejects.toBeInstanceOf(ObjectStoreError);
    await expect(store.put("folder/deep/new", Buffer.from("x"))).rejects.toBeInstanceOf(ObjectStoreError);
    await store.delete("folder/secret");
    expect(await readdir(outside)).toEqual(["secret"]);
  });

  it("replaces a symbolic link instead of writing through it", async () => {
    await symlink(join(outside, "secret"), join(root, "file"));
    await store.put("file", Buffer.from("mine"));
    expect(String(await store.get("file"))).toBe("mine");
    expect(await readFile(join(outside, "secret"), "utf8")).toBe("secret");
  });

  it("follows a symbolic link that stays inside, and a root that is one itself", async () => {
    await store.put("real/file", Buffer.from("x"));
    await symlink(join(root, "real"), join(root, "alias"));
    await symlink(root, join(outside, "root-alias"));
    expect(String(await store.get("alias/file"))).toBe("x");
    const aliased = new FileObjectStore(join(outside, "root-alias"));
    await aliased.put("real/other", Buffer.from("y"));
    expect(String(await store.get("real/other"))).toBe("y");
  });

  it("makes a folder again that was removed", async () => {
    for (const name of ["one", "two", "three"]) await store.put(`tiles/ab/${name}`, Buffer.from(name));
    expect(String(await store.get("tiles/ab/three"))).toBe("three");
    await rm(join(root, "tiles"), { recursive: true });
    expect(await store.get("tiles/ab/three")).toBeUndefined();
    await store.put("tiles/ab/four", Buffer.from("four"));
    expect(String(await store.get("tiles/ab/four"))).toBe("four");
  });

  it("leaves no unfinished file behind, whatever happens", async () => {
    const broken = async function* (): AsyncIterable<Uint8Array> {
      yield Buffer.from("x");
      throw new Error("broken");
    };
    await store.put("a", Buffer.from("x"));
    await expect(store.putStream("b", broken())).rejects.toThrow("broken");
    await expect(store.put("a/below-an-object", Buffer.from("x"))).rejects.toBeInstanceOf(ObjectStoreError);
    expect(await readdir(join(root, ".unfinished"))).toEqual([]);
  });

  it("clears away what a killed process left unfinished a day ago, and nothing younger", async () => {
    await mkdir(join(root, ".unfinished"));
    await writeFile(join(root, ".unfinished", "old"), "half");
    await writeFile(join(root, ".unfinished", "young"), "half");
    await utimes(join(root, ".unfinished", "old"), 0, 0);
    await store.put("a", Buffer.from("x"));
    expect(await readdir(join(root, ".unfinished"))).toEqual(["young"]);
    expect(await collectKeys(store, "")).toEqual(["a"]);
  });

  it("works on after its directory was deleted under it", async () => {
    await store.put("a", Buffer.from("x"));
    await rm(root, { recursive: true });
    expect(await store.get("a")).toBeUndefined();
    await store.put("a", Buffer.from("y"));
    expect(String(await store.get("a"))).toBe("y");
  });

  it("says so when the directory cannot be used", async () => {
    await writeFile(join(root, "plain-file"), "");
    const impossible = new FileObjectStore(join(root, "plain-file"));
    await expect(impossible.put("a", Buffer.from("x"))).rejects.toThrow(/object store: put "a" failed/);
  });
});
