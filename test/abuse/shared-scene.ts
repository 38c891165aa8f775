import { readFile } from "node:fs/promises";
import { tileAt } from "../../core/tiles/tile-grid.ts";
import type { AbuseOrganization, AbuseTarget } from "./row.ts";
import { timedCall, timedRequest } from "./timed-request.ts";

const PASSWORD = "correct horse battery";

/** An answer of an operation; tests read any shape. */
// oxlint-disable-next-line typescript/no-explicit-any
type Json = any;

/** Calls an operation as an organization; throws for every answer but 200. */
export async function callAs(
  url: string,
  { apiKey }: AbuseOrganization,
  operation: string,
  input: object,
): Promise<Json> {
  const headers = { authorization: `Bearer ${apiKey}` };
  const { status, body } = await timedCall(url, operation, input, { headers });
  if (status !== 200) throw new Error(`${operation}: ${status} ${body.toString()}`);
  return JSON.parse(body.toString());
}

/** Uploads the scene of the target for an organization; resolves to its item. */
export async function uploadScene(
  { url, scene }: Pick<AbuseTarget, "url" | "scene">,
  organization: AbuseOrganization,
): Promise<{ projectId: string; itemId: string }> {
  const call = (operation: string, input: object) => callAs(url, organization, operation, input);
  const { id: projectId } = await call("projects.create", { name: "Scene" });
  const { id: upload_id } = await call("uploads.initiate", { project_id: projectId });
  const file = { upload_id, file_name: "scene.tif", content_type: "image/tiff" };
  const { upload_url } = await call("uploads.signed_url", file);
  const put = await fetch(upload_url as string, {
    method: "PUT",
    body: await readFile(scene),
    headers: { "content-type": "image/tiff" },
  });
  if (!put.ok) throw new Error(`upload: ${put.status} ${await put.text()}`);
  const { item_id: itemId } = await call("uploads.complete", { upload_id });
  return { projectId, itemId };
}

/** The URL of a tile of an item, by a grant of a new link, at its deepest zoom or some zooms beyond. */
export async function grantedTileUrl(
  { url }: Pick<AbuseTarget, "url">,
  organization: AbuseOrganization,
  itemId: string,
  { beyond }: { readonly beyond: number },
): Promise<string> {
  const { token } = await callAs(url, organization, "share.link.create", {
    target_type: "item",
    target_id: itemId,
    password: PASSWORD,
    expires_at: new Date(Date.now() + 3_600_000).toISOString(),
  });
  const { body } = await timedCall(url, "share.tilejson", { token, password: PASSWORD });
  const { tiles, bounds, maxzoom } = JSON.parse(body.toString());
  const [west, south, east, north] = bounds as number[];
  const { z, x, y } = tileAt(
    ((west ?? 0) + (east ?? 0)) / 2,
    ((south ?? 0) + (north ?? 0)) / 2,
    maxzoom + beyond,
  );
  const path = decodeURI(new URL(tiles[0] as string).pathname)
    .replace("{z}", `${z}`)
    .replace("{x}", `${x}`)
    .replace("{y}", `${y}`);
  return url + path;
}

/** The URL of a tile of an item that is in memory. */
export async function cachedTileUrl(
  target: Pick<AbuseTarget, "url">,
  organization: AbuseOrganization,
  itemId: string,
): Promise<string> {
  const url = await grantedTileUrl(target, organization, itemId, { beyond: 0 });
  for (let tries = 0; tries < 2; tries += 1) {
    const { status } = await timedRequest({ url });
    if (status !== 200) throw new Error(`tile: ${status}`);
  }
  return url;
}
