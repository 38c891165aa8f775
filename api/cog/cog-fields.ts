import { z } from "zod";
import { automaticStyle } from "../../core/styles/render-style.ts";
import type { PlanLayer } from "../../core/tiles/tile-plan.ts";
import type { Deps } from "../deps.ts";
import type { TileSource } from "../tiles/answer-tile.ts";
import { drawnLayer, type ItemDrawing } from "../tiles/item-layers.ts";
import { layerOf } from "../tiles/plan-layers.ts";
import type { FoundFile } from "./find-file.ts";

/** The address of a file; its length is that of a signed URL. */
export const fileUrl = z.string().min(1).max(4_096);

/** The part of the file that is drawn. */
export const aoi = z.string().max(60_000).nullable().optional();

/** A file as the request says; automatically where it says nothing, whatever profiles its item has. */
export async function layerOfFile(
  { database }: Pick<Deps, "database">,
  { asset, item }: FoundFile,
  drawing: ItemDrawing,
): Promise<PlanLayer> {
  const drawn = await drawnLayer(database, item, asset, drawing);
  return drawn ?? { ...layerOf(asset, automaticStyle(asset.raster)), isAutomatic: true };
}

/** Where its tiles come from: the owner sees them for free, as those of `items.tile.render`. */
export function sourceOf({ item }: FoundFile, layers: readonly PlanLayer[]): TileSource {
  return { kind: "item", organizationId: item.organization_id, layers, itemId: item.id };
}
