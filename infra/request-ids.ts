import { randomBytes } from "node:crypto";

const ID_BYTES = 12;
/** Random bytes come from the system in portions: one call for each id would cost as much as a header. */
const IDS_PER_PORTION = 256;

/**
 * A source of random ids for requests, which are found again in logs, audit entries and problems. They tell
 * neither how many requests there were nor which process answered.
 */
export function requestIds(): () => string {
  let portion = Buffer.alloc(0);
  let at = 0;
  return () => {
    if (at === portion.length) {
      portion = randomBytes(ID_BYTES * IDS_PER_PORTION);
      at = 0;
    }
    at += ID_BYTES;
    return portion.toString("base64url", at - ID_BYTES, at);
  };
}
