import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";

const shareSchema = z.object({
  link_id: z.string(),
  token: z.string(),
  password: z.string(),
  expires_at: z.string(),
});

const sharedSchema = z.object({
  collection_id: z.string(),
  items: z.array(z.object({ id: z.string(), name: z.string(), object_key: z.string() })),
  item_share: shareSchema,
  collection_share: shareSchema.optional(),
});

const stateSchema = z.object({
  organization: z.object({ organization_id: z.string(), api_key: z.string() }).optional(),
  project_id: z.string().optional(),
  /** Shared collections, under `demo` or the fingerprint of a file. */
  shared: z.record(z.string(), sharedSchema).default({}),
});

/** A link with its token, which only its creator has. */
export type LocalShare = z.infer<typeof shareSchema>;
/** A collection with its items and links. */
export type SharedCollection = z.infer<typeof sharedSchema>;
/** State that one `npm start` leaves for the next, so that links keep working. */
export type LocalState = z.infer<typeof stateSchema>;

/** Reads the state of a directory; an unreadable or outdated one counts as none. */
export function readState(directory: string): LocalState {
  try {
    return stateSchema.parse(JSON.parse(readFileSync(join(directory, "state.json"), "utf8")));
  } catch {
    return { shared: {} };
  }
}

/** Writes the state of a directory. */
export function writeState(directory: string, state: LocalState): void {
  writeSecretJson(join(directory, "state.json"), state);
}

/** Writes a JSON file atomically; only this account may read it. */
export function writeSecretJson(file: string, content: object): void {
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, file);
}
