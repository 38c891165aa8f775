import { access } from "node:fs/promises";
import { dirname, join, parse } from "node:path";

/** Endings of files that programs write beside a raster, and that are read with it. */
const APPENDED = [".msk", ".ovr", ".aux.xml"] as const;
const REPLACING = [".tfw", ".prj"] as const;

/** The files beside a raster that belong to it: its mask, overviews, metadata, world file and projection. */
export async function findSidecars(path: string): Promise<string[]> {
  const { name } = parse(path);
  const candidates = [
    ...APPENDED.map((ending) => path + ending),
    ...REPLACING.map((ending) => join(dirname(path), name + ending)),
  ];
  const found: string[] = [];
  for (const candidate of candidates) {
    const isThere = await access(candidate).then(
      () => true,
      () => false,
    );
    if (isThere) found.push(candidate);
  }
  return found;
}
