import { randomBytes } from "node:crypto";
import { IdMaker } from "../core/ids.ts";

/**
 * The one id maker of this process. Ids that share random digits cost 0.2 µs instead of 0.5, and every tile
 * takes one.
 */
const maker = new IdMaker(Date.now, (digits) => randomBytes(digits / 2).toString("hex"));

/** A new resource or event id. */
export function newId(): string {
  return maker.next();
}
