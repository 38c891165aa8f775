import type { ChaosSystem } from "./chaos-system.ts";
import type { MapLoad, Scene } from "./map-load.ts";

/** What a row may not exceed. Wrong bytes and inexact usage are never allowed. */
export interface Goal {
  /** Requests for cached tiles that may fail; none unless given. */
  readonly failedWarmMax?: number;
  /** Requests for cold tiles that may fail; none unless given. */
  readonly failedColdMax?: number;
  /** Cached tiles a second during the fault, as a share of those before. */
  readonly keptMin?: number;
  /** Answers of cached tiles that may take longer than two seconds. */
  readonly slowWarmMax?: number;
  readonly recoveryMsMax?: number;
}

/** What a fault saw besides the viewers, and what of it contradicts the promise. */
export interface Findings {
  readonly seen?: string;
  readonly failed?: number;
  /** Tiles that others than the viewers received. */
  readonly answeredBeside?: number;
  readonly violations?: readonly string[];
}

/** What a fault is done to. */
export interface Ground {
  readonly system: ChaosSystem;
  readonly scene: Scene;
  readonly load: MapLoad | undefined;
}

/** One row of the table. */
export interface Fault {
  readonly name: string;
  readonly promised: string;
  readonly goal: Goal;
  /** How long it lasts before it is taken back; short forms take a third. */
  readonly holdMs: number;
  /** Rows of the short form. */
  readonly isShort?: boolean;
  readonly needsS3?: boolean;
  readonly isWithoutViewers?: boolean;
  readonly strike: (ground: Ground) => Promise<Findings | void> | Findings | void;
  readonly lift?: (ground: Ground) => Promise<Findings | void> | Findings | void;
  /** Cleans up when all usage is recorded. */
  readonly cleanUp?: (ground: Ground) => Promise<void> | void;
}
