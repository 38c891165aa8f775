import type { WarmRange } from "../../core/warm-ups/warm-plan.ts";
import type { PictureFormat, TileSize } from "../../core/tiles/tile-format.ts";
import { newId } from "../../infra/new-id.ts";
import { lockOrganization } from "../accounts/organizations.ts";
import { idParameter, single, type Database, type Queryable } from "../database/database.ts";

/** What tiles are drawn of. */
export type WarmTargetType = "link" | "item" | "collection";

/** What a warm-up is to draw. */
export interface WarmUpValues extends WarmRange {
  readonly organizationId: string;
  readonly projectId: string;
  readonly targetType: WarmTargetType;
  readonly targetId: string;
  /** Null for the default one. */
  readonly profile: string | null;
  readonly format: PictureFormat;
  readonly size: TileSize;
  readonly quality: number;
  /** As counted at the start. */
  readonly tiles: number;
}

/** A warm-up as it is kept. */
export interface WarmUpRow extends WarmUpValues {
  readonly id: string;
  readonly state: "running" | "completed" | "cancelled" | "failed";
  /** Why it ended before its time, or what it waits for. */
  readonly reason: string | null;
  readonly nextZoom: number;
  readonly nextGroup: number;
  readonly tilesDone: number;
  readonly tilesDrawn: number;
  readonly tilesEmpty: number;
  readonly tilesFailed: number;
  readonly bytesDrawn: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly endedAt: Date | null;
}

/** How far a warm-up has come since it was looked at. */
export interface WarmProgress {
  readonly nextZoom: number;
  readonly nextGroup: number;
  readonly done: number;
  readonly drawn: number;
  readonly empty: number;
  readonly failed: number;
  readonly bytes: number;
}

/** What an organization can have unfinished at once: each keeps render processes busy for a while. */
export const WARM_UPS_MAX = 3;

/** How long a process may be silent before another one goes on with its warm-up. */
const LEASE_SECONDS = 30;

/** How long ended warm-ups are listed. */
const KEEP_DAYS = 90;

const COLUMNS = `id, organization_id as "organizationId", project_id as "projectId", target_type as "targetType",
  target_id as "targetId", profile, format, size, quality, zoom_min as "zoomMin", zoom_max as "zoomMax", bounds,
  tiles, state, reason, next_zoom as "nextZoom", next_group as "nextGroup", tiles_done as "tilesDone",
  tiles_drawn as "tilesDrawn", tiles_empty as "tilesEmpty", tiles_failed as "tilesFailed",
  bytes_drawn as "bytesDrawn", created_at as "createdAt", updated_at as "updatedAt", ended_at as "endedAt"`;

/** Keeps a new warm-up, unless its organization has as many unfinished ones as it may. */
export async function insertWarmUp(
  database: Database,
  values: WarmUpValues,
  createdBy: string,
): Promise<WarmUpRow | "too_many"> {
  return await database.begin(async (transaction) => {
    if (!(await hasRoom(transaction, values.organizationId))) return "too_many";
    const { organizationId, projectId, targetType, targetId, profile, format, size, quality } = values;
    return single(
      await transaction<WarmUpRow[]>`
        insert into warm_ups (id, organization_id, project_id, target_type, target_id, profile, format, size,
          quality, zoom_min, zoom_max, bounds, tiles, next_zoom, created_by)
        values (${newId()}, ${organizationId}, ${projectId}, ${targetType}, ${targetId}, ${profile}, ${format},
          ${size}, ${quality}, ${values.zoomMin}, ${values.zoomMax}, ${values.bounds as number[] | null},
          ${values.tiles}, ${values.zoomMin}, ${createdBy})
        returning ${transaction.unsafe(COLUMNS)}`,
    );
  });
}

/** Lets a warm-up that ended before its time go on where it was. */
export async function resumeWarmUp(
  database: Database,
  { id, organizationId }: Pick<WarmUpRow, "id" | "organizationId">,
): Promise<WarmUpRow | "too_many" | undefined> {
  return await database.begin(async (transaction) => {
    if (!(await hasRoom(transaction, organizationId))) return "too_many";
    const [row] = await transaction<WarmUpRow[]>`
      update warm_ups set state = 'running', reason = null, ended_at = null, next_at = now(), updated_at = now()
      where id = ${id} and state in ('cancelled', 'failed')
      returning ${transaction.unsafe(COLUMNS)}`;
    return row;
  });
}

async function hasRoom(transaction: Queryable, organizationId: string): Promise<boolean> {
  await lockOrganization(transaction, organizationId);
  const rows = await transaction`
    select from warm_ups where organization_id = ${organizationId} and state = 'running'`;
  return rows.length < WARM_UPS_MAX;
}

/** One warm-up. */
export async function findWarmUp(database: Queryable, id: string): Promise<WarmUpRow | undefined> {
  const [row] = await database<WarmUpRow[]>`
    select ${database.unsafe(COLUMNS)} from warm_ups where id = ${idParameter(id)}`;
  return row;
}

/** Warm-ups, the latest first: of a project, or of all. */
export async function listWarmUps(
  database: Queryable,
  projectId: string | undefined,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<WarmUpRow[]> {
  return await database<WarmUpRow[]>`
    select ${database.unsafe(COLUMNS)} from warm_ups
    where ${projectId === undefined ? database`true` : database`project_id = ${idParameter(projectId)}`}
    order by created_at desc, id limit ${limit} offset ${offset}`;
}

/** Ends a warm-up that runs; undefined when it does not. */
export async function endWarmUp(
  database: Queryable,
  id: string,
  end: { readonly state: "cancelled" | "failed" | "completed"; readonly reason: string | null },
): Promise<WarmUpRow | undefined> {
  const [row] = await database<WarmUpRow[]>`
    update warm_ups set state = ${end.state}, reason = ${end.reason}, ended_at = now(), updated_at = now(),
      leased_by = null, leased_until = null
    where id = ${id} and state = 'running' returning ${database.unsafe(COLUMNS)}`;
  return row;
}

/** Claims the warm-up that is due and was served longest ago, for this process. */
export async function claimWarmUp(database: Queryable, processId: string): Promise<WarmUpRow | undefined> {
  const [row] = await database<WarmUpRow[]>`
    update warm_ups set leased_by = ${processId}, leased_until = now() + make_interval(secs => ${LEASE_SECONDS}),
      served_at = now()
    where id = (
      select id from warm_ups
      where state = 'running' and next_at <= now() and (leased_until is null or leased_until <= now())
      order by served_at limit 1 for update skip locked)
    returning ${database.unsafe(COLUMNS)}`;
  return row;
}

/** Keeps a warm-up for this process; false when it was ended, or when another process goes on with it. */
export async function renewWarmUp(database: Queryable, id: string, processId: string): Promise<boolean> {
  const rows = await database`
    update warm_ups set leased_until = now() + make_interval(secs => ${LEASE_SECONDS})
    where id = ${id} and state = 'running' and leased_by = ${processId} returning id`;
  return rows.length > 0;
}

/** Notes how far a warm-up has come; undefined when it was ended, or when another process goes on with it. */
export async function noteWarmProgress(
  database: Queryable,
  id: string,
  processId: string,
  progress: WarmProgress,
): Promise<WarmUpRow | undefined> {
  const [row] = await database<WarmUpRow[]>`
    update warm_ups set next_zoom = ${progress.nextZoom}, next_group = ${progress.nextGroup},
      tiles_done = tiles_done + ${progress.done}, tiles_drawn = tiles_drawn + ${progress.drawn},
      tiles_empty = tiles_empty + ${progress.empty}, tiles_failed = tiles_failed + ${progress.failed},
      bytes_drawn = bytes_drawn + ${progress.bytes}, reason = null, updated_at = now(),
      leased_until = now() + make_interval(secs => ${LEASE_SECONDS})
    where id = ${id} and state = 'running' and leased_by = ${processId}
    returning ${database.unsafe(COLUMNS)}`;
  return row;
}

/** Gives a warm-up to whichever process is next, some seconds from now, and says what it waits for. */
export async function releaseWarmUp(
  database: Queryable,
  id: string,
  processId: string,
  { afterSeconds, reason }: { readonly afterSeconds: number; readonly reason: string | null },
): Promise<void> {
  await database`
    update warm_ups set leased_by = null, leased_until = null,
      next_at = now() + make_interval(secs => ${afterSeconds}), reason = ${reason}
    where id = ${id} and state = 'running' and leased_by = ${processId}`;
}

/** Forgets warm-ups that ended long ago. */
export async function forgetWarmUps(database: Queryable): Promise<void> {
  await database`delete from warm_ups where ended_at < now() - make_interval(days => ${KEEP_DAYS})`;
}
