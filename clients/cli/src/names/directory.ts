import type { GeoperaClient } from "@geopera/share-client";

/** What an id looks like; everything else is a name. */
export const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Something that has an id and a name that people know it by. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** What a field's id belongs to. */
export type Kind = "project" | "collection" | "item" | "link" | "key" | "asset" | "formula" | "budget";

const KINDS: Readonly<Record<string, Kind>> = {
  project_id: "project",
  collection_id: "collection",
  target_collection_id: "collection",
  item_id: "item",
  target_item_id: "item",
  link_id: "link",
  key_id: "key",
  asset_id: "asset",
  formula_id: "formula",
  budget_id: "budget",
};

/** What the id in a field belongs to, or undefined; of `target_id`, the type beside it says it. */
export function kindOf(field: string, input: Readonly<Record<string, unknown>>): Kind | undefined {
  if (field === "target_id") return input["target_type"] === "collection" ? "collection" : "item";
  return KINDS[field];
}

/** Where to look: within a project or an item that is known. */
export type Within = Readonly<{ project_id?: unknown; item_id?: unknown }>;

/** All of one kind that the caller sees. */
export async function* namesOf(
  client: GeoperaClient,
  kind: Kind,
  within: Within,
  signal: AbortSignal,
): AsyncGenerator<Named> {
  const options = { signal };
  switch (kind) {
    case "project":
      for await (const { id, name } of client.projects.list_each({}, options)) yield { id, name };
      return;
    case "collection":
      for (const project_id of await projectsOf(client, within, signal)) {
        for await (const { id, name } of client.collections.list_each({ project_id }, options))
          yield { id, name };
      }
      return;
    case "item":
      for (const project_id of await projectsOf(client, within, signal)) {
        for await (const { id, name } of client.items.list_each({ project_id }, options)) yield { id, name };
      }
      return;
    case "link":
      for await (const { id, label } of client.share.link.list_each({}, options))
        yield { id, name: label ?? "" };
      return;
    case "key":
      for await (const { id, name } of client.api_keys.list_each({}, options)) yield { id, name };
      return;
    case "formula":
      for (const { id, name } of (await client.band_formulas.list({}, options)).formulas) yield { id, name };
      return;
    case "budget":
      for (const { id, name } of (await client.budgets.list({}, options)).budgets) yield { id, name };
      return;
    case "asset":
      if (typeof within.item_id !== "string") return;
      for await (const asset of client.items.list_assets_each({ item_id: within.item_id }, options)) {
        yield { id: asset.id, name: asset.key };
      }
  }
}

async function projectsOf(
  client: GeoperaClient,
  { project_id }: Within,
  signal: AbortSignal,
): Promise<string[]> {
  if (typeof project_id === "string") return [project_id];
  const ids: string[] = [];
  for await (const { id } of client.projects.list_each({}, { signal })) ids.push(id);
  return ids;
}
