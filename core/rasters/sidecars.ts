/** Endings of files that programs write beside a raster; the first form replaces its extension. */
const REPLACING = [".tfw", ".tifw", ".tiffw", ".prj", ".aux"] as const;
const APPENDED = [".msk", ".ovr", ".aux.xml", ".tfw"] as const;

/** Names that sidecars of a raster may have, by what GDAL looks for. */
export function sidecarNames(fileName: string): string[] {
  const dot = fileName.lastIndexOf(".");
  const stem = dot > fileName.lastIndexOf("/") + 1 ? fileName.slice(0, dot) : fileName;
  return [
    ...new Set([
      ...APPENDED.map((ending) => fileName + ending),
      ...REPLACING.map((ending) => stem + ending),
      // GDAL's mask of a mask, and the metadata and coefficients of satellite operators.
      `${fileName}.msk.ovr`,
      `${stem}_RPC.TXT`,
      `${stem}_rpc.txt`,
      `${stem}.RPB`,
    ]),
  ];
}

/** Whether a name is that of a file beside a raster, by its ending. */
export function isSidecarName(fileName: string): boolean {
  return /(?:\.msk|\.ovr|\.aux\.xml|\.aux|\.tfw|\.tifw|\.tiffw|\.prj|_rpc\.txt|\.rpb)$/i.test(fileName);
}

/** Splits the files of an upload into rasters and, by raster, the files that belong beside it. */
export function groupSidecars(fileNames: readonly string[]): {
  readonly rasters: readonly string[];
  readonly sidecars: ReadonlyMap<string, readonly string[]>;
  /** Sidecars of none of the rasters. */
  readonly strays: readonly string[];
} {
  const rasters = fileNames.filter((name) => !isSidecarName(name));
  const taken = new Set<string>();
  const sidecars = new Map<string, readonly string[]>();
  for (const raster of rasters) {
    const wanted = new Set(sidecarNames(raster).map((name) => name.toLowerCase()));
    const own = fileNames.filter((name) => isSidecarName(name) && wanted.has(name.toLowerCase()));
    for (const name of own) taken.add(name);
    if (own.length > 0) sidecars.set(raster, own);
  }
  const strays = fileNames.filter((name) => isSidecarName(name) && !taken.has(name));
  return { rasters, sidecars, strays };
}
