import { tileAt } from "../../core/tiles/tile-grid.ts";
import { putRaster, type RasterRecipe } from "./rasters.ts";
import type { TestSystem } from "./system.ts";

/** The password of links made by tests. */
export const PASSWORD = "correct horse";

/** A raster, registered as an item and shared by a link. */
export interface SharedItem {
  readonly projectId: string;
  readonly itemId: string;
  readonly linkId: string;
  readonly token: string;
  /** An address in the middle of the raster made without recipe. */
  readonly tile: { readonly z: number; readonly x: number; readonly y: number };
}

/** Makes a project with one item and a link to it; `options` are further fields of the link. */
export async function shareItem(
  system: Pick<TestSystem, "client" | "storeFolder">,
  recipe: RasterRecipe = {},
  options: Readonly<Record<string, unknown>> = {},
): Promise<SharedItem> {
  const { id: projectId } = await system.client.call("projects.create", { name: "Shared" });
  const href = await putRaster(system.storeFolder, `scenes/${projectId}.tif`, recipe);
  const { id: itemId } = await system.client.call("items.create", {
    project_id: projectId,
    type: "user_raster",
    name: "Scene",
    assets: { visual: { href } },
  });
  const link = await shareTarget(system, "item", itemId, options);
  return { projectId, itemId, ...link, tile: tileAt(15, 45, 6) };
}

/** Makes a link to an item or a collection; `options` are further fields of the link. */
export async function shareTarget(
  system: Pick<TestSystem, "client">,
  targetType: "item" | "collection",
  targetId: string,
  options: Readonly<Record<string, unknown>> = {},
): Promise<{ linkId: string; token: string }> {
  const link = await system.client.call("share.link.create", {
    target_type: targetType,
    target_id: targetId,
    password: PASSWORD,
    expires_at: new Date(Date.now() + 3_600_000).toISOString(),
    ...options,
  });
  return { linkId: link.id, token: link.token };
}

/** The tile URL of a link's TileJSON, for an address. */
export async function grantedTileUrl(
  system: Pick<TestSystem, "client">,
  token: string,
  { z, x, y }: SharedItem["tile"],
): Promise<string> {
  const { tiles } = await system.client.call("share.tilejson", { token, password: PASSWORD });
  return (tiles[0] as string).replace("{z}", `${z}`).replace("{x}", `${x}`).replace("{y}", `${y}`);
}
