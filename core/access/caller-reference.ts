/** Names a caller in a signed URL, which then works only while that caller may act. */
export interface CallerReference {
  readonly kind: "api_key" | "session" | "user";
  /** A UUID. */
  readonly id: string;
}

const LETTERS = { api_key: "k", session: "s", user: "u" } as const;

/** The reference of a caller: its session, where it has one. */
export function referenceTo(caller: {
  readonly type: "api_key" | "user";
  readonly id: string;
  readonly sessionId?: string;
}): CallerReference {
  if (caller.sessionId !== undefined) return { kind: "session", id: caller.sessionId };
  return { kind: caller.type, id: caller.id };
}

/** A reference as URL-safe text of 23 characters. */
export function encodeCallerReference({ kind, id }: CallerReference): string {
  return LETTERS[kind] + Buffer.from(id.replaceAll("-", ""), "hex").toString("base64url");
}

/** Reads what {@link encodeCallerReference} wrote; undefined for any other text. */
export function decodeCallerReference(text: string): CallerReference | undefined {
  const kind = (["api_key", "session", "user"] as const).find((each) => LETTERS[each] === text[0]);
  const bytes = Buffer.from(text.slice(1), "base64url");
  if (kind === undefined || bytes.length !== 16 || bytes.toString("base64url") !== text.slice(1)) {
    return undefined;
  }
  const id = bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  return { kind, id };
}
