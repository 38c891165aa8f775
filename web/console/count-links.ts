import type { PageOf } from "./owned.ts";
import type { Call } from "./owner-context.ts";

/** How many links there are to an item or a collection; "?" when that cannot be said. */
export async function countLinksTo(call: Call, target_id: string): Promise<number | "?"> {
  const links = await call<PageOf>("share.link.list", { target_id, limit: 1 });
  return links.ok ? links.value.total : "?";
}
