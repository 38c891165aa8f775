import type { RasterInfo } from "../../core/rasters/raster-info.ts";
import type { RasterWarning } from "../../core/rasters/raster-warnings.ts";
import { footprintBounds, footprintGeometry } from "../../core/rasters/footprint-geometry.ts";
import { newId } from "../../infra/new-id.ts";
import { single, type Database, type Queryable } from "../database/database.ts";
import type { AssetState } from "./assets.ts";
import { deriveProfiles } from "./derived-profiles.ts";
import { endIngest, type IngestRow } from "./ingests.ts";
import { announceItem } from "./announce-item.ts";
import { findItem, gatherWarnings } from "./items.ts";

/** The file that a conversion made. */
export interface PreparedFile {
  readonly object_key: string;
  readonly version: string;
  readonly bytes: number;
  readonly media_type: string;
  readonly raster: RasterInfo;
  readonly band_statistics: unknown;
}

/** What an item's only file is called that others are made of. */
const ORIGINAL = "original";

/**
 * Puts the prepared file in the place of the original, which stays under a key of its own, and ends the
 * preparation: at once, or not at all. False when the preparation is over, or the file was replaced or
 * deleted meanwhile.
 */
export async function swapPrepared(
  database: Database,
  ingest: IngestRow,
  file: PreparedFile,
): Promise<boolean> {
  return await database.begin(async (transaction) => {
    const end = { state: "ready", result_key: file.object_key } as const;
    if ((await endIngest(transaction, ingest.id, end)) === undefined) return false;
    const source = await lockSource(transaction, ingest);
    if (source === undefined) return false;
    await transaction`
      insert into assets ${transaction({
        id: newId(),
        item_id: ingest.item_id,
        key: await originalKey(transaction, ingest),
        object_key: source.object_key,
        version: source.version,
        bytes: source.bytes,
        media_type: source.media_type,
        raster: transaction.json(withoutWarnings(source.raster)),
      } as never)}`;
    const { raster, band_statistics: statistics, ...plain } = file;
    await transaction`
      update assets set ${transaction({
        id: newId(),
        ...plain,
        state: "ready",
        raster: transaction.json(raster),
        band_statistics: transaction.json(statistics as never),
      } as never)} where id = ${source.id}`;
    await placeItem(transaction, ingest.item_id, raster);
    await deriveProfiles(transaction, ingest.item_id, ingest.is_categorical);
    await announce(transaction, ingest.item_id);
    return true;
  });
}

interface SourceAsset {
  readonly id: string;
  readonly object_key: string;
  readonly version: string;
  readonly bytes: number;
  readonly media_type: string;
  readonly raster: RasterInfo;
}

async function lockSource(transaction: Queryable, ingest: IngestRow): Promise<SourceAsset | undefined> {
  const [asset] = await transaction<SourceAsset[]>`
    select id, object_key, version, bytes, media_type, raster from assets
    where item_id = ${ingest.item_id} and key = ${ingest.asset_key} and version = ${ingest.source_version}
    for update`;
  return asset;
}

/** Tiles are not made of originals, so what is worth knowing about them is not worth a warning. */
function withoutWarnings({ warnings: _warnings, ...raster }: RasterInfo): RasterInfo {
  return raster;
}

async function originalKey(transaction: Queryable, { item_id: itemId, asset_key: key }: IngestRow) {
  const { others } = single(
    await transaction<{ others: number }[]>`
      select count(*) as others from assets where item_id = ${itemId} and key <> ${key}`,
  );
  const wanted = others === 0 ? ORIGINAL : `${key.slice(0, 85)} (${ORIGINAL})`;
  const [taken] = await transaction`select from assets where item_id = ${itemId} and key = ${wanted}`;
  return taken === undefined ? wanted : `${wanted.slice(0, 60)} ${newId().slice(-12)}`;
}

/** An item that had no place, because its file could not tell it before, gets that of the prepared file. */
async function placeItem(transaction: Queryable, itemId: string, { footprint }: RasterInfo): Promise<void> {
  const columns = {
    geometry: transaction.json(footprintGeometry(footprint) as never),
    bbox: footprintBounds(footprint),
  };
  await transaction`
    update items set ${transaction(columns as never)} where id = ${itemId} and geometry is null and bbox is null`;
}

/** Ends a preparation that gave up or was cancelled; false when it is over already. */
export async function endUnprepared(
  database: Database,
  id: string,
  end: { readonly state: "failed" | "cancelled"; readonly error_message: string },
): Promise<boolean> {
  return await database.begin(async (transaction) => {
    const ended = await endIngest(transaction, id, end);
    if (ended === undefined) return false;
    if (ended.kind === "convert") await setState(transaction, ended, end.state);
    else if (end.state === "failed") await warn(transaction, ended, end.error_message);
    await announce(transaction, ended.item_id);
    return true;
  });
}

/** Notes that a file was read to its end, and its statistics. */
export async function endChecked(database: Database, id: string, statistics: unknown): Promise<void> {
  await database.begin(async (transaction) => {
    const ended = await endIngest(transaction, id, { state: "ready" });
    if (ended === undefined) return;
    await transaction`
      update assets set band_statistics = ${transaction.json(statistics as never)}
      where item_id = ${ended.item_id} and key = ${ended.asset_key} and version = ${ended.source_version}`;
  });
}

/** Sets whether a file of a preparation is drawn. */
export async function setState(
  transaction: Queryable,
  { item_id: itemId, asset_key: key }: IngestRow,
  state: AssetState,
): Promise<void> {
  await transaction`update assets set state = ${state} where item_id = ${itemId} and key = ${key}`;
}

async function warn(transaction: Queryable, ingest: IngestRow, message: string): Promise<void> {
  const warning: RasterWarning = { code: "damaged_blocks", detail: message };
  await transaction`
    update assets set raster = jsonb_set(raster, '{warnings}',
      coalesce(raster -> 'warnings', '[]') || ${transaction.json([warning])}::jsonb)
    where item_id = ${ingest.item_id} and key = ${ingest.asset_key} and version = ${ingest.source_version}`;
}

/** Announces the files of an item that were changed by its preparation. */
export async function announce(transaction: Queryable, itemId: string): Promise<void> {
  await gatherWarnings(transaction, itemId);
  await transaction`update items set updated_at = now() where id = ${itemId}`;
  const item = await findItem(transaction, itemId);
  if (item !== undefined) await announceItem(transaction, item, undefined);
}
