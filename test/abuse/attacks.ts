import { bodies } from "./bodies.ts";
import { coldTiles } from "./cold-tiles.ts";
import { creations } from "./creations.ts";
import { files } from "./files.ts";
import { growth } from "./growth.ts";
import { ingests } from "./ingests.ts";
import { passwords } from "./passwords.ts";
import type { AbuseTarget, Row } from "./row.ts";

/** Every attack by its name, in the order of the table. */
export const ATTACKS = {
  passwords,
  bodies,
  tiles: coldTiles,
  files,
  creations,
  growth,
  // Last, since the conversions go on for a while.
  ingests,
} as const satisfies Record<string, (target: AbuseTarget) => Promise<Row[]>>;

/** The name of an attack. */
export type AttackName = keyof typeof ATTACKS;
