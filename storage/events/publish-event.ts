import type { EventTypeName } from "../../core/events/event-types.ts";
import type { Queryable } from "../database/database.ts";

/** What happened. */
export interface PublishedEvent {
  readonly organizationId: string;
  readonly type: EventTypeName;
  /** Names what happened: the same is written once. */
  readonly fact: string;
  /** JSON values by name. */
  readonly data: Readonly<Record<string, string | number | boolean | null>>;
}

/** Publishes an event in the transaction of what happened; each fact is published once. */
export async function publishEvent(
  transaction: Queryable,
  { organizationId, type, fact, data }: PublishedEvent,
): Promise<void> {
  await transaction`
    insert into events (organization_id, type, fact, data)
    values (${organizationId}, ${type}, ${fact}, ${transaction.json(data)})
    on conflict do nothing`;
}

/** The data of an event about a link, as SQL over a row of `share_links` with this alias. */
export function linkDataSql(alias: string): string {
  const field = (name: string) => `'${name}', ${alias}.${name}`;
  return `jsonb_build_object('link_id', ${alias}.id, 'link_label', ${alias}.label,
    ${["project_id", "target_type", "target_id"].map(field).join(", ")},
    'expires_at', to_char(${alias}.expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))`;
}
