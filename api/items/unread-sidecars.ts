import { sidecarNames } from "../../core/rasters/sidecars.ts";
import type { RasterWarning } from "../../core/rasters/raster-warnings.ts";
import type { Deps } from "../deps.ts";

/** The names of files beside an object that GDAL would read with it, and that are not read here. */
export async function findUnreadSidecars(
  { objectStore }: Pick<Deps, "objectStore">,
  objectKey: string,
): Promise<string[]> {
  const slash = objectKey.lastIndexOf("/") + 1;
  const folder = objectKey.slice(0, slash);
  const names = sidecarNames(objectKey.slice(slash));
  const found = await Promise.all(
    names.map(async (name) => {
      const head = await objectStore.head(folder + name).catch(() => undefined);
      return head === undefined ? [] : [name];
    }),
  );
  return found.flat();
}

/** The warnings of a raster whose sidecars are not read. */
export function sidecarWarnings(names: readonly string[]): RasterWarning[] {
  const masks = names.filter((name) => /\.msk$/i.test(name));
  const others = names.filter((name) => !/\.msk(?:\.ovr)?$/i.test(name));
  return [
    ...(masks.length > 0 ? [{ code: "mask_beside_ignored", detail: masks.join(", ") } as const] : []),
    ...(others.length > 0 ? [{ code: "sidecar_ignored", detail: others.join(", ") } as const] : []),
  ];
}

/** What a refusal adds about files beside the raster: one of them may hold what is missed. */
export function sidecarHint(names: readonly string[]): string {
  return names.length === 0
    ? ""
    : ` Beside it lies ${names.join(", ")}, which is not read: upload both as one set (file_count), or write one GeoTIFF (gdal_translate -of COG).`;
}
