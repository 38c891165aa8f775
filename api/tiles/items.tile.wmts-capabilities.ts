import { z } from "zod";
import { InputError } from "../../core/errors.ts";
import type { Deps } from "../deps.ts";
import { itemCapabilities } from "../items/item-capabilities.ts";
import type { BinaryAnswer } from "../operations/call.ts";
import { defineOperation } from "../operations/operation.ts";
import { resourceId } from "../operations/schemas.ts";
import { itemLayers } from "./item-layers.ts";

export const itemsTileWmtsCapabilities = defineOperation({
  id: "items.tile.wmts_capabilities",
  summary: "OGC WMTS 1.0.0 GetCapabilities XML for an item.",
  scope: "items:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "ItemWmtsCapabilitiesInput",
  input: z.strictObject({
    item_id: resourceId,
    base_url: z.string(),
    key: z.string().default(""),
    profile: z.string().nullable().optional(),
  }),
  outputName: null,
  output: "binary",
  mediaTypes: ["application/xml"],
  resources: { item: { kind: "item", role: "viewer", field: "item_id" } },
  async run({ database }: Pick<Deps, "database">, input, { resources: { item } }): Promise<BinaryAnswer> {
    if (!/^https?:\/\/[^\s<>"]+$/.test(input.base_url)) {
      throw InputError.at("base_url", "must be an http or https URL");
    }
    const layers = await itemLayers(database, item, { profile: input.profile });
    const xml = itemCapabilities(input.base_url, item, layers, input);
    return { status: 200, headers: { "content-type": "application/xml" }, body: Buffer.from(xml) };
  },
});
