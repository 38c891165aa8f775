import type { PlanLayer } from "../../core/tiles/tile-plan.ts";
import type { ShareLinkRow } from "../../storage/links/share-links.ts";
import type { ShareTarget } from "../../storage/links/share-targets.ts";
import type { ProfileLayers } from "../tiles/plan-layers.ts";
import type { CallContext } from "../operations/call.ts";

/** A link with its target, as this process has cached it. */
export interface SharedLink {
  readonly link: ShareLinkRow;
  /** The hash of its token, as text. */
  readonly tokenName: string;
  /** Undefined when the target has been deleted. */
  readonly target: ShareTarget | undefined;
  /** The target's rasters in their default styles, topmost first. */
  readonly layers: readonly PlanLayer[];
  /** The same rasters in other profiles. */
  readonly profiles: ProfileLayers;
}

/** A link that was opened: it may be used now, and its target exists. */
export interface OpenedLink extends SharedLink {
  readonly target: ShareTarget;
}

/** The caller of one attempt to open a link. */
export type Attempt = Pick<CallContext, "operationId" | "requestId" | "clientAddress" | "publicUrl" | "site">;
