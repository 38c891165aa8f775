import { newId } from "../../infra/new-id.ts";
import type { UsageEvent } from "../../core/usage/usage-event.ts";
import type { ShareLinkRow } from "../../storage/links/share-links.ts";

/** A tile's answer as usage counts it: 200 with bytes, or 304 without. */
export type TileDelivery = Pick<UsageEvent, "bytes" | "cacheResult"> & { readonly status: 200 | 304 };

/** The usage event of a delivered tile. */
export function tileUsage(
  link: Pick<ShareLinkRow, "id" | "organization_id" | "target_id">,
  { status, bytes, cacheResult }: TileDelivery,
  nowMs: number,
): UsageEvent {
  return {
    eventId: newId(),
    kind: "tile",
    occurredAtMs: nowMs,
    organizationId: link.organization_id,
    linkId: link.id,
    targetId: link.target_id,
    bytes,
    cacheResult,
    status,
  };
}
