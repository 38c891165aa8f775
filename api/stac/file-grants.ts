import type { SessionPrincipal } from "../../identity/session-directory.ts";
import type { Deps } from "../deps.ts";
import { encodeItemGrant } from "../tiles/item-grant.ts";

/** Makes a grant for the files of an item. */
export type FileGrants = (itemId: string) => string;

/** Grants end at a full half day, so that a document stays the same in between. */
const WINDOW_SECONDS = 12 * 3_600;

/**
 * Grants for files in the documents of catalogue clients, which open them without headers. They work for half
 * a day to a day, and no longer than their caller may read the item.
 */
export function fileGrants(
  { config, clock }: Pick<Deps, "config" | "clock">,
  caller: SessionPrincipal,
): FileGrants {
  const window = Math.floor(clock() / 1000 / WINDOW_SECONDS);
  const expiresAtSeconds = (window + 2) * WINDOW_SECONDS;
  return (itemId) => encodeItemGrant("item-files", itemId, caller, expiresAtSeconds, config.GRANT_SECRET);
}
