import { chmod, mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { CliError } from "../cli-error.ts";
import { EXIT } from "../exit-codes.ts";
import type { Io } from "../io.ts";
import { readOfficialProfiles } from "./official-profiles.ts";
import { credentialsPath } from "./folders.ts";
import type { Profile } from "./profile.ts";

/** The whole file. */
export interface Credentials {
  /** The default profile. */
  readonly current?: string;
  readonly profiles: Readonly<Record<string, Profile>>;
}

/** The profiles that a command may use. */
export interface KnownProfiles {
  readonly current: string | undefined;
  readonly profiles: Readonly<Record<string, Profile>>;
  /** Whether a profile lies in our own file. */
  readonly isOwn: (name: string) => boolean;
}

const NONE: Credentials = { profiles: {} };

/** Reads the credentials; empty without a file. First removes the permissions of others. */
export async function readCredentials(io: Io): Promise<Credentials> {
  const path = credentialsPath(io);
  const mode = await stat(path).then(
    (found) => found.mode,
    () => undefined,
  );
  if (mode === undefined) return NONE;
  if ((mode & 0o077) !== 0) {
    await chmod(path, 0o600);
    io.stderr.write(`geopera: ${path} could be read by others; it is closed now. Consider new keys.\n`);
  }
  return parse(await readFile(path, "utf8"), path);
}

/** Changes the file atomically; processes take turns. */
export async function changeCredentials(
  io: Io,
  change: (credentials: Credentials) => Credentials | Promise<Credentials>,
): Promise<Credentials> {
  const path = credentialsPath(io);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const unlock = await lock(`${path}.lock`, io);
  try {
    const changed = await change(await readCredentials(io));
    const written = `${path}.${process.pid}`;
    const file = await open(written, "w", 0o600);
    try {
      await file.writeFile(`${JSON.stringify(changed, undefined, 2)}\n`);
    } finally {
      await file.close();
    }
    await rename(written, path);
    return changed;
  } finally {
    await unlock();
  }
}

/** Our own profiles, and those of the official file that have no namesake here. */
export async function readProfiles(io: Io): Promise<KnownProfiles> {
  const { current, profiles } = await readCredentials(io);
  const official = await readOfficialProfiles(io);
  return { current, profiles: { ...official, ...profiles }, isOwn: (name) => Object.hasOwn(profiles, name) };
}

function parse(text: string, path: string): Credentials {
  try {
    const { current, profiles } = JSON.parse(text) as Partial<Credentials>;
    return { ...(current === undefined ? {} : { current }), profiles: profiles ?? {} };
  } catch (cause) {
    throw new CliError(`${path} is not JSON; repair or remove it`, EXIT.unexpected, cause);
  }
}

const LOCK_POLL_MS = 50;
const LOCK_AGE_MS_MAX = 30_000;

/** Takes over a stale lock file: its owner was killed. */
async function lock(path: string, io: Io): Promise<() => Promise<void>> {
  for (;;) {
    try {
      await (await open(path, "wx", 0o600)).close();
      return () => rm(path, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const made = await stat(path).catch(() => undefined);
    if (made !== undefined && io.now() - made.mtimeMs > LOCK_AGE_MS_MAX) await rm(path, { force: true });
    else await io.wait(LOCK_POLL_MS);
  }
}
