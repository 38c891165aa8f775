import { z } from "zod";
import { ProblemError } from "../../core/errors.ts";
import { attributionHtml } from "../../core/tiles/attribution.ts";
import { tileExtent } from "../../core/tiles/tile-extent.ts";
import {
  chosenTemplate,
  templateInput,
  templatePlace,
  templateSize,
} from "../../core/tiles/tile-template.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { answeredTimestamp, resourceId } from "../operations/schemas.ts";
import { encodeItemGrant } from "./item-grant.ts";
import { itemLayers } from "./item-layers.ts";
import { itemTileTemplate } from "./item-tile-url.ts";

/** A day: a map that is open longer asks for another TileJSON. */
const GRANT_SECONDS_MAX = 86_400;

/** The pictures of items' documents, where a request says nothing. */
const ITEM_FORMAT = "webp";

export const itemsTileTilejson = defineOperation({
  id: "items.tile.tilejson",
  summary: "TileJSON for an item the caller may read.",
  scope: "items:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "ItemTilejsonInput",
  input: z.strictObject({
    item_id: resourceId,
    profile: z.string().nullable().optional(),
    asset_key: z.string().nullable().optional(),
    /**
     * For map clients that cannot send headers, such as QGIS: the tile URLs carry a grant that works for so
     * long, and no longer than the caller may read the item.
     */
    grant_seconds: z.int().min(60).max(GRANT_SECONDS_MAX).nullable().optional(),
    ...templateInput,
  }),
  outputName: null,
  output: z.looseObject({
    tilejson: z.literal("3.0.0"),
    tiles: z.array(z.string()),
    /** When the grant in the tile URLs ends, where one was requested. */
    expires_at: answeredTimestamp.optional(),
  }),
  resources: { item: { kind: "item", role: "viewer", field: "item_id" } },
  async run(
    { database, config, clock }: Pick<Deps, "database" | "config" | "clock">,
    { grant_seconds: seconds, format, scale, ...drawing },
    { resources: { item }, principal, publicUrl },
  ) {
    const layers = await itemLayers(database, item, drawing);
    const extent = tileExtent(layers.map((layer) => layer.raster));
    if (extent === undefined) throw new ProblemError("not_found", "The item has no raster to show.");
    const expiresAtSeconds = Math.floor(clock() / 1000) + (seconds ?? 0);
    const grant = seconds
      ? encodeItemGrant("item-tiles", item.id, principal, expiresAtSeconds, config.GRANT_SECRET)
      : undefined;
    const attribution = attributionHtml([item.attribution]);
    const template = chosenTemplate({ format, scale }, ITEM_FORMAT);
    return {
      tilejson: "3.0.0",
      name: item.name,
      ...(item.description === null ? {} : { description: item.description }),
      ...(attribution === undefined ? {} : { attribution }),
      scheme: "xyz",
      // URLs are logged and shared, so the key is not in them: clients send it as X-API-Key or Authorization.
      tiles: [itemTileTemplate(publicUrl, item.id, { ...drawing, key: "", grant }, templatePlace(template))],
      ...(grant === undefined ? {} : { expires_at: new Date(expiresAtSeconds * 1000).toISOString() }),
      ...extent,
      ...templateSize(template),
      format: template.format,
    };
  },
});
