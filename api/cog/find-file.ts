import type { Principal } from "../../core/access/access.ts";
import { InputError, ProblemError } from "../../core/errors.ts";
import { decodeSignedId } from "../../core/signed-id.ts";
import { findAssets, findAssetsAtKey, listAssets, type AssetRow } from "../../storage/catalog/assets.ts";
import type { ItemRow } from "../../storage/catalog/items.ts";
import { resolveAssetHref } from "../../storage/object-store/asset-href.ts";
import { keyOfDownload } from "../../storage/object-store/key-of-download.ts";
import type { Deps } from "../deps.ts";
import { OWNED_ASSET } from "../items/owned-download.ts";
import { findResources } from "../operations/resources.ts";

/** What {@link findFile} needs. */
export type FileDeps = Pick<Deps, "database" | "objectStore" | "config">;

/** A file that the caller may read, and the item that it belongs to. */
export interface FoundFile {
  readonly asset: AssetRow;
  readonly item: ItemRow;
}

const REMEDY =
  "names no file of this service, and others are not fetched; upload the file and give item:{item_id} or item:{item_id}/{asset_key}";

/** `item:{item_id}/{asset_key}`, the address that stays. */
const ITEM = /^item:([0-9a-f-]{36})(?:\/(.{1,100}))?$/i;

/**
 * The address that `items.asset.download` answers, by whichever name the server was reached. The signature
 * says that it is ours; its end is that of the download.
 */
const TICKET = /^https?:\/\/[^/]+\/(?:[^?#]*\/)?v1\/assets\/([\w-]+)\//;

/**
 * The file of this service that an address names: `item:…`, a download address of an item's file, or the href
 * that it was registered with. Nothing is ever fetched from the address. Throws an InputError that names
 * `url` for addresses of others, and a ProblemError `not_found` where the caller may read no such file.
 */
export async function findFile(deps: FileDeps, url: string, principal: Principal): Promise<FoundFile> {
  const named = await findNamed(deps, url, principal);
  let refusal: unknown;
  for (const asset of named) {
    try {
      return { asset, item: await itemOf(deps, asset.item_id, principal) };
    } catch (error) {
      if (!(error instanceof ProblemError) || error.code !== "not_found") throw error;
      refusal = error;
    }
  }
  throw refusal ?? new ProblemError("not_found", "No such file.");
}

/** The files that an address may mean, the best first; whether the caller may read them is not decided. */
async function findNamed(deps: FileDeps, url: string, principal: Principal): Promise<readonly AssetRow[]> {
  const { database, config, objectStore } = deps;
  const [, itemId, key] = ITEM.exec(url) ?? [];
  if (itemId !== undefined) {
    // Before anything is said about its files.
    const item = await itemOf(deps, itemId, principal);
    const assets = await listAssets(database, item.id);
    return key === undefined ? assets.slice(0, 1) : assets.filter((asset) => asset.key === key);
  }
  const [, ticket = ""] = TICKET.exec(url) ?? [];
  const signed = decodeSignedId(ticket, OWNED_ASSET, config.GRANT_SECRET);
  if (signed !== undefined) return await findAssets(database, [signed.id]);
  const { organizationId } = principal;
  // Whose a file is, is asked of its item: here any place in the store is one.
  const reader = { organizationId, prefixes: [""] };
  const objectKey =
    (await keyOfDownload(objectStore, url)) ?? resolveAssetHref(config.OBJECT_STORE_URL, url, reader);
  if (objectKey === undefined) throw InputError.at("url", REMEDY);
  return await findAssetsAtKey(database, organizationId, objectKey);
}

async function itemOf({ database }: FileDeps, itemId: string, principal: Principal): Promise<ItemRow> {
  const rules = { item: { kind: "item", role: "viewer", field: "item_id" } } as const;
  const { item } = await findResources(database, principal, rules, { item_id: itemId });
  return item as ItemRow;
}
