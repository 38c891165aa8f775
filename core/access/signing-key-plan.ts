/** How long a key signs before a younger one takes over. */
const SIGNING_MS = 30 * 86_400_000;

/** A key is published this long before it signs: longer than a client may keep a fetched key set. */
const AHEAD_MS = 3_600_000;

/** A key stays published this long after it last signed: longer than any token lives. */
const AFTER_MS = 3_600_000;

/** A key, as planning sees it. */
export interface PlannedKey {
  readonly kid: string;
  readonly signsFromMs: number;
}

/**
 * The plan for the keys at one time: which one signs, from when a new one is needed, and which ones to
 * remove.
 */
export interface SigningKeyPlan {
  readonly signing: string | undefined;
  readonly createFromMs: number | undefined;
  readonly remove: readonly string[];
}

/** Plans the rotation of signing keys so that no token ever meets a verifier that does not know its key. */
export function planSigningKeys(keys: readonly PlannedKey[], nowMs: number): SigningKeyPlan {
  const ordered = [...keys].sort((a, b) => a.signsFromMs - b.signsFromMs);
  const newest = ordered.at(-1);
  const signing = ordered.findLast((key) => key.signsFromMs <= nowMs) ?? ordered[0];
  const remove = ordered.filter((_key, index) => {
    const successor = ordered[index + 1];
    return successor !== undefined && successor.signsFromMs + AFTER_MS <= nowMs;
  });
  return {
    signing: signing?.kid,
    createFromMs: nextStart(newest, nowMs),
    remove: remove.map((key) => key.kid),
  };
}

function nextStart(newest: PlannedKey | undefined, nowMs: number): number | undefined {
  if (newest === undefined) return nowMs;
  return newest.signsFromMs + SIGNING_MS - AHEAD_MS <= nowMs ? nowMs + AHEAD_MS : undefined;
}
