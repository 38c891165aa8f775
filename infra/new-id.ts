import { randomBytes } from "node:crypto";
import { IdMaker } from "../core/ids.ts";

/**
 * The one maker of this process: half the cost of ids that share no random digits (0.2 against 0.5 µs), and
 * every tile takes one.
 */
const maker = new IdMaker(Date.now, (digits) => randomBytes(digits / 2).toString("hex"));

/** A new resource or event id. */
export function newId(): string {
  return maker.next();
}
