import { randomBytes } from "node:crypto";
import { answerOrNothing, type CallOperation } from "../api-client.ts";
import type { LocalShare, SharedCollection } from "../local-state.ts";

/** A raster in the object store, to become an item. */
export interface ItemPlan {
  readonly name: string;
  readonly description: string;
  readonly type: "satellite_capture" | "derived_raster" | "user_raster";
  /** Time of acquisition; the newest of overlapping items is on top. */
  readonly datetime: string;
  readonly objectKey: string;
  /** Files beside it that belong to it. */
  readonly sidecarKeys?: readonly string[];
}

/** A collection to share. */
export interface CollectionPlan {
  readonly name: string;
  readonly description: string;
  /** The first item gets a link of its own. */
  readonly items: readonly [ItemPlan, ...ItemPlan[]];
  readonly sharesCollection: boolean;
}

const SHARE_DAYS = 30;
const DAY_MS = 86_400_000;

/**
 * Creates collection, items and links through the API. Keeps those of a former start that still work: items
 * whose raster was not rewritten, and valid links.
 */
export async function ensureSharedCollection(
  call: CallOperation,
  projectId: string,
  plan: CollectionPlan,
  former: SharedCollection | undefined,
  rewrittenKeys: ReadonlySet<string>,
): Promise<SharedCollection> {
  const collectionId = await ensureCollection(call, projectId, plan, former);
  const formerItems = collectionId === former?.collection_id ? former.items : [];
  const items = await Promise.all(
    plan.items.map((item) => {
      const isKnown = (each: SharedCollection["items"][number]) =>
        each.object_key === item.objectKey && !rewrittenKeys.has(each.object_key);
      return ensureItem(call, { projectId, collectionId }, item, formerItems.find(isKnown));
    }),
  );
  const [first] = items;
  if (first === undefined) throw new Error("a collection has items");
  const [itemShare, collectionShare] = await Promise.all([
    ensureShare(call, "item", first.id, former?.item_share),
    plan.sharesCollection
      ? ensureShare(call, "collection", collectionId, former?.collection_share)
      : undefined,
  ]);
  return {
    collection_id: collectionId,
    items,
    item_share: itemShare,
    ...(collectionShare && { collection_share: collectionShare }),
  };
}

async function ensureCollection(
  call: CallOperation,
  projectId: string,
  plan: CollectionPlan,
  former: SharedCollection | undefined,
): Promise<string> {
  if (former !== undefined) {
    const known = { project_id: projectId, collection_id: former.collection_id };
    if (await answerOrNothing(call("collections.get", known))) return former.collection_id;
  }
  const { name, description } = plan;
  return (await call<{ id: string }>("collections.create", { project_id: projectId, name, description })).id;
}

async function ensureItem(
  call: CallOperation,
  place: { projectId: string; collectionId: string },
  plan: ItemPlan,
  known: SharedCollection["items"][number] | undefined,
): Promise<SharedCollection["items"][number]> {
  if (known !== undefined && (await answerOrNothing(call("items.get", { item_id: known.id })))) return known;
  const created = await call<{ id: string; name: string }>("items.create", {
    project_id: place.projectId,
    collection_id: place.collectionId,
    type: plan.type,
    name: plan.name,
    description: plan.description,
    datetime: plan.datetime,
    assets: { visual: { href: plan.objectKey, sidecars: plan.sidecarKeys ?? [] } },
  });
  return { id: created.id, name: created.name, object_key: plan.objectKey };
}

/** Replaces a link that no longer works, has another target or ends within a day. */
async function ensureShare(
  call: CallOperation,
  targetType: "item" | "collection",
  targetId: string,
  former: LocalShare | undefined,
): Promise<LocalShare> {
  if (former !== undefined && Date.parse(former.expires_at) > Date.now() + DAY_MS) {
    const { token, password } = former;
    const opened = call<{ target: { id: string } }>("share.link.validate", { token, password });
    if ((await answerOrNothing(opened))?.target.id === targetId) return former;
  }
  const password = `map-${randomBytes(5).toString("hex")}`;
  const created = await call<{ id: string; token: string; expires_at: string }>("share.link.create", {
    target_type: targetType,
    target_id: targetId,
    password,
    expires_at: new Date(Date.now() + SHARE_DAYS * DAY_MS).toISOString(),
  });
  return { link_id: created.id, token: created.token, password, expires_at: created.expires_at };
}
