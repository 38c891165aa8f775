import type { Tags } from "../../core/tags/tags.ts";
import type { Queryable } from "../database/database.ts";

/** The tags of an organization. */
export async function findOrganizationTags(database: Queryable, id: string): Promise<Tags> {
  const [row] = await database<{ tags: Tags }[]>`select tags from organizations where id = ${id}`;
  return row?.tags ?? {};
}

/** Sets the tags of an organization. */
export async function updateOrganizationTags(database: Queryable, id: string, tags: Tags): Promise<void> {
  await database`update organizations set tags = ${database.json(tags)} where id = ${id}`;
}
