import type { Client } from "./client.ts";
import { PASSWORD } from "./shared-item.ts";

/** One object of each kind that operations name by id, of one organization. */
export interface OwnThings {
  readonly organization_id: string;
  readonly project_id: string;
  readonly collection_id: string;
  readonly item_id: string;
  readonly link_id: string;
  readonly token: string;
  readonly upload_id: string;
  readonly key_id: string;
  readonly user_id: string;
}

/** Creates one object of each kind; `mark` is in every name, so that a test can search for leaks. */
export async function makeThings(
  client: Client,
  { organizationId, userId }: { readonly organizationId: string; readonly userId: string },
  mark: string,
): Promise<OwnThings> {
  const { id: project_id } = await client.call("projects.create", { name: mark });
  const { id: collection_id } = await client.call("collections.create", { project_id, name: mark });
  const { id: item_id } = await client.call("items.create", {
    project_id,
    collection_id,
    type: "clip",
    name: mark,
  });
  const link = await client.call("share.link.create", {
    target_type: "item",
    target_id: item_id,
    password: PASSWORD,
    expires_at: "2099-01-01T00:00:00Z",
    label: mark,
  });
  const { id: upload_id } = await client.call("uploads.initiate", { project_id });
  const { id: key_id } = await client.call("api_keys.create", { name: mark, permissions: ["items:read"] });
  return {
    organization_id: organizationId,
    project_id,
    collection_id,
    item_id,
    link_id: link.id,
    token: link.token,
    upload_id,
    key_id,
    user_id: userId,
  };
}
