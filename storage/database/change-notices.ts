import type { Listening } from "./connections/listen.ts";
import type { Database, Queryable } from "./database.ts";

const CHANNEL = "geopera_changes";

/** What kind of row changed; processes that remember something of it forget it. */
export type ChangeKind = (typeof CHANGE_KINDS)[number];

const CHANGE_KINDS = [
  "share_link",
  "item",
  "collection",
  "api_key",
  "session",
  "organization_limits",
  // The end of an attempt that a call may wait for; nothing is remembered of it.
  "attempt",
] as const;

/**
 * Announces a change to every process; inside a transaction it is heard at the commit and never without it.
 */
export async function announceChange(database: Queryable, kind: ChangeKind, id: string): Promise<void> {
  await database`select pg_notify(${CHANNEL}, ${`${kind}:${id}`})`;
}

/**
 * Receives changes of all processes until closed. `onGap` runs after each (re)connect: changes in between
 * were missed, so whatever is remembered must be looked up again.
 */
export async function listenForChanges(
  database: Database,
  onChange: (kind: ChangeKind, id: string) => void,
  onGap: () => void,
): Promise<Listening> {
  return await database.listen(
    CHANNEL,
    (payload) => {
      const [name, id] = payload.split(":");
      // Another version may announce kinds that this one remembers nothing of.
      const kind = CHANGE_KINDS.find((known) => known === name);
      if (kind !== undefined && id !== undefined) onChange(kind, id);
    },
    onGap,
  );
}
