import { createFirstOrganization } from "../../storage/accounts/first-organization.ts";
import { mapStorePrefix } from "../../storage/catalog/store-prefixes.ts";
import type { Database } from "../../storage/database/database.ts";

/** An organization that reads the whole store but for others' folders: tests put rasters anywhere. */
export async function makeOrganization(
  database: Database,
  values: Parameters<typeof createFirstOrganization>[1],
): ReturnType<typeof createFirstOrganization> {
  const made = await createFirstOrganization(database, values);
  await mapStorePrefix(database, { prefix: "", organization_id: made.organizationId });
  return made;
}
