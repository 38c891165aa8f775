/** What a `Range` header asks for. */
export type RangeRequest =
  | { readonly kind: "whole" }
  | { readonly kind: "part"; readonly first: number; readonly last: number }
  | { readonly kind: "unsatisfiable" };

/**
 * Reads a `Range` header for a body of so many bytes (RFC 9110 section 14). Several ranges count as the whole
 * body, which the RFC allows.
 */
export function parseRange(header: string | undefined, bytes: number): RangeRequest {
  const [, from = "", to = ""] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? "") ?? [];
  if (from === "" && to === "") return { kind: "whole" };
  const first = from === "" ? Math.max(0, bytes - Number(to)) : Number(from);
  const last = from === "" || to === "" ? bytes - 1 : Math.min(Number(to), bytes - 1);
  if (from !== "" && to !== "" && Number(to) < Number(from)) return { kind: "whole" };
  return first > last ? { kind: "unsatisfiable" } : { kind: "part", first, last };
}
