import {
  LIMITS,
  LIMIT_NAMES,
  type LimitName,
  type LimitSetting,
  type OrganizationLimits,
} from "../../core/access/limits.ts";
import { announceChange } from "../database/change-notices.ts";
import { idParameter, type Database, type Queryable } from "../database/database.ts";

/** The limits of an organization without limits of its own: those of the settings. */
export function defaultLimits(config: Readonly<Record<LimitSetting, number>>): OrganizationLimits {
  const entries = LIMIT_NAMES.map((name) => [name, config[LIMITS[name].setting]] as const);
  return Object.fromEntries(entries) as Record<LimitName, number>;
}

/** The limits that bind an organization: its own where it has some, else the defaults. */
export async function readOrganizationLimits(
  database: Queryable,
  organizationId: string,
  defaults: OrganizationLimits,
): Promise<OrganizationLimits> {
  const [row] = await database<Partial<Record<LimitName, number | null>>[]>`
    select * from organization_limits where organization_id = ${idParameter(organizationId)}`;
  const entries = LIMIT_NAMES.map((name) => [name, row?.[name] ?? defaults[name]] as const);
  return Object.fromEntries(entries) as Record<LimitName, number>;
}

/** Sets one limit of an organization; null goes back to the default. Every API process learns it at once. */
export async function setOrganizationLimit(
  database: Database,
  organizationId: string,
  name: LimitName,
  value: number | null,
): Promise<void> {
  await database.begin(async (transaction) => {
    await transaction`
      insert into organization_limits (organization_id, ${transaction(name)})
      values (${organizationId}, ${value})
      on conflict (organization_id) do update
      set ${transaction(name)} = excluded.${transaction(name)}, updated_at = now()`;
    await announceChange(transaction, "organization_limits", organizationId);
  });
}
