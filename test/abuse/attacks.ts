import { bodies } from "./bodies.ts";
import { neighbours } from "./neighbours.ts";
import { passwords } from "./passwords.ts";
import type { AbuseTarget, Row } from "./row.ts";

/** Every attack by its name, in the order of the table. */
export const ATTACKS = { passwords, bodies, neighbours } as const satisfies Record<
  string,
  (target: AbuseTarget) => Promise<Row[]>
>;

/** The name of an attack. */
export type AttackName = keyof typeof ATTACKS;
