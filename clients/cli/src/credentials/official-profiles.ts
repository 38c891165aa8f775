import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Io } from "../io.ts";
import { configurationFolder, homeFolder } from "./folders.ts";
import type { Profile } from "./profile.ts";

/**
 * The profiles of `~/.config/geopera/credentials.json`, which belongs to the official command line; earlier
 * versions of this one kept theirs there, too. The file is read and never written, so sessions of others are
 * used while their access token lives, and not refreshed: that would end the other's.
 */
export async function readOfficialProfiles(io: Pick<Io, "env">): Promise<Readonly<Record<string, Profile>>> {
  const folders = new Set([configurationFolder(io), homeFolder(io)]);
  const found = await Promise.all([...folders].map((folder) => readFileOf(folder)));
  return Object.fromEntries(found.flat());
}

async function readFileOf(folder: string): Promise<(readonly [name: string, profile: Profile])[]> {
  const text = await readFile(join(folder, "geopera", "credentials.json"), "utf8").catch(() => "{}");
  const { profiles, ...others } = parse(text);
  return Object.entries({ ...others, ...asFields(profiles) }).flatMap(([name, entry]) => {
    const profile = profileOf(asFields(entry));
    return profile === undefined ? [] : [[name, profile] as const];
  });
}

type Fields = Readonly<Record<string, unknown>>;

/** Both shapes: `{ api_url, auth: { … } }` of the official one, `{ base_url, … }` of ours. */
function profileOf(entry: Fields): Profile | undefined {
  const address = entry["api_url"] ?? entry["base_url"];
  if (typeof address !== "string") return undefined;
  const base_url = address.replace(/\/+$/, "");
  const auth = { ...asFields(entry["session"]), ...entry, ...asFields(entry["auth"]) };
  const { api_key, access_token, expires_at } = auth as Fields;
  if (typeof api_key === "string") return { base_url, api_key };
  if (typeof access_token !== "string") return undefined;
  return { base_url, session: { access_token, expires_at: timeOf(expires_at) } };
}

/** Seconds since 1970 in the official file, ISO 8601 in ours. */
function timeOf(expiresAt: unknown): string {
  if (typeof expiresAt === "number") return new Date(expiresAt * 1000).toISOString();
  return typeof expiresAt === "string" ? expiresAt : new Date(8.64e15).toISOString();
}

function parse(text: string): Fields {
  try {
    return asFields(JSON.parse(text));
  } catch {
    return {};
  }
}

function asFields(value: unknown): Fields {
  return typeof value === "object" && value !== null ? (value as Fields) : {};
}
