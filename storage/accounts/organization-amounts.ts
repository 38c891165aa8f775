import type { LimitName } from "../../core/access/limits.ts";
import { idParameter, type Queryable } from "../database/database.ts";

type Fragment = ReturnType<Queryable>;

/** The rows that count towards an amount; `$1` is the organization. */
const ROWS = {
  share_links: (database, id) =>
    database`from share_links where organization_id = ${id} and revoked_at is null and expires_at > now()`,
  collections: (database, id) =>
    database`from collections c join projects p on p.id = c.project_id
      where p.organization_id = ${id} and c.deleted_at is null`,
  items: (database, id) =>
    database`from items i join projects p on p.id = i.project_id
      where p.organization_id = ${id} and i.deleted_at is null`,
  render_profiles: (database, id) =>
    database`from render_profiles r join items i on i.id = r.item_id join projects p on p.id = i.project_id
      where p.organization_id = ${id} and i.deleted_at is null`,
} as const satisfies Partial<Record<LimitName, (database: Queryable, id: string | null) => Fragment>>;

/** An amount that is counted in rows. */
export type RowAmount = keyof typeof ROWS;

/** Every amount that is counted in rows. */
export const ROW_AMOUNTS = Object.keys(ROWS) as RowAmount[];

/** How many rows of an amount an organization has; counting stops at `atMost`. */
export async function countRows(
  database: Queryable,
  organizationId: string,
  name: RowAmount,
  atMost: number,
): Promise<number> {
  const rows = ROWS[name](database, idParameter(organizationId));
  const [row] = await database<{ count: number }[]>`
    select count(*) as count from (select 1 ${rows} limit ${atMost}) counted`;
  return row?.count ?? 0;
}
