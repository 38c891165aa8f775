import type { SharedMap } from "../client/shared-map.ts";

/** The name of what is shared. */
export function nameOf({ share, tilejson }: SharedMap): string {
  return share.target?.name ?? share.target?.title ?? tilejson.name ?? "";
}
