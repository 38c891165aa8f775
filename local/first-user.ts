import { createFirstOrganization } from "../storage/accounts/first-organization.ts";
import { openDatabase } from "../storage/database/database.ts";
import { mapStorePrefix } from "../storage/catalog/store-prefixes.ts";
import { answerOrNothing, connectApi, type CallOperation } from "./api-client.ts";
import type { LocalState } from "./local-state.ts";

/** The folder of the object store where this machine's user puts rasters to register. */
const OWN_SCENES = "scenes/";

/** The organization of this machine's user. */
export type LocalOrganization = NonNullable<LocalState["organization"]>;

/** Creates the organization and its key directly in the database: the API needs a key for that. */
export async function makeOrganization(databaseUrl: string): Promise<LocalOrganization> {
  const database = openDatabase(databaseUrl, 1);
  try {
    const { organizationId, apiKey } = await createFirstOrganization(database, {
      organization: "Local organization",
      administrator: "Local administrator",
      email: "admin@localhost",
    });
    return { organization_id: organizationId, api_key: apiKey };
  } finally {
    await database.end({ timeout: 5 });
  }
}

/** Lets the organization register what this machine's user puts into {@link OWN_SCENES}. */
export async function giveOwnScenes(
  databaseUrl: string,
  { organization_id }: LocalOrganization,
): Promise<void> {
  const database = openDatabase(databaseUrl, 1);
  try {
    await mapStorePrefix(database, { prefix: OWN_SCENES, organization_id });
  } finally {
    await database.end({ timeout: 5 });
  }
}

/** Whether the API still accepts the key of a former start. */
export async function keyWorks(
  apiUrl: string,
  { organization_id, api_key }: LocalOrganization,
): Promise<boolean> {
  const call = connectApi(apiUrl, api_key);
  return (await answerOrNothing(call("usage.current", { organization_id }))) !== undefined;
}

/** The project of a former start when it still exists, or a new one. */
export async function ensureProject(call: CallOperation, former: string | undefined): Promise<string> {
  const known =
    former !== undefined && (await answerOrNothing(call("collections.list", { project_id: former })));
  if (former !== undefined && known) return former;
  return (await call<{ id: string }>("projects.create", { name: "Local project" })).id;
}
