import type { LinkRules } from "../../core/links/link-rules.ts";
import { idParameter, single, type Queryable } from "../database/database.ts";

/** The rules of an organization for its links. */
export async function findLinkRules(database: Queryable, organizationId: string): Promise<LinkRules> {
  return single(
    await database<LinkRules[]>`
      select share_lifetime_max_days as link_lifetime_max_days,
        share_lifetime_default_days as link_lifetime_default_days,
        share_password_min_length as link_password_min_length,
        share_allowed_origins as link_allowed_origins
      from organizations where id = ${idParameter(organizationId)}`,
  );
}

/** Sets the rules of an organization; links made before keep what they have until they are changed. */
export async function updateLinkRules(
  database: Queryable,
  organizationId: string,
  rules: LinkRules,
): Promise<void> {
  const row = {
    share_lifetime_max_days: rules.link_lifetime_max_days,
    share_lifetime_default_days: rules.link_lifetime_default_days,
    share_password_min_length: rules.link_password_min_length,
    share_allowed_origins: rules.link_allowed_origins,
  };
  await database`
    update organizations set ${database(row as never)} where id = ${idParameter(organizationId)}`;
}
