import type { PlanLayer } from "../../core/tiles/tile-plan.ts";
import type { ShareLinkRow } from "../../storage/links/share-links.ts";
import type { ShareTarget } from "../../storage/links/share-targets.ts";
import type { CallContext } from "../operations/call.ts";

/** A link with what it leads to, as this process knows it. */
export interface SharedLink {
  readonly link: ShareLinkRow;
  /** Undefined when the target has been deleted. */
  readonly target: ShareTarget | undefined;
  /** The target's rasters in their default styles, topmost first. */
  readonly layers: readonly PlanLayer[];
  readonly loadedAtMs: number;
}

/** A link that may be used now: its target exists. */
export interface RedeemedLink extends SharedLink {
  readonly target: ShareTarget;
}

/** What is known of who tries to redeem a link. */
export type Attempt = Pick<CallContext, "operationId" | "requestId" | "clientAddress" | "publicUrl" | "site">;
