import { GeoperaClient, type TokenSource } from "@geopera/share-client";
import { CliError } from "../cli-error.ts";
import type { GlobalOptions } from "../global-options.ts";
import type { Io } from "../io.ts";
import { sessionToken } from "../session/session-token.ts";
import { readProfiles } from "./credentials-file.ts";
import type { Profile } from "./profile.ts";

/** The service of a command, and the credentials for it. */
export interface Service {
  readonly profileName: string;
  readonly baseUrl: string;
  readonly token: TokenSource | undefined;
  readonly client: GeoperaClient;
}

/** Decides by flags, then environment, then the credentials file. */
export async function chooseService(io: Io, options: GlobalOptions): Promise<Service> {
  const { current, profiles } = await readProfiles(io);
  const profileName = profileNameOf(io, options, current);
  const profile = Object.hasOwn(profiles, profileName) ? profiles[profileName] : undefined;
  if (profile === undefined && options.profile !== undefined) {
    throw new CliError(
      `There is no profile "${profileName}"; \`geopera login --profile ${profileName}\` makes it.`,
    );
  }
  const baseUrl = baseUrlOf(io, options, profile);
  if (baseUrl === undefined) {
    throw new CliError("Where is the service? Run `geopera login --base-url …`, or set GEOPERA_BASE_URL.");
  }
  const token = tokenOf(io, options, profileName, profile, baseUrl);
  const timeoutMs = options.timeout === undefined ? undefined : options.timeout * 1000;
  return { profileName, baseUrl, token, client: new GeoperaClient({ baseUrl, token, timeoutMs }) };
}

/** The profile that a command uses, whether it exists or not. */
export function profileNameOf({ env }: Io, options: GlobalOptions, current: string | undefined): string {
  return options.profile ?? (env["GEOPERA_PROFILE"] || undefined) ?? current ?? "default";
}

/** The base URL of the service; undefined without any setting. */
export function baseUrlOf(
  { env }: Io,
  options: GlobalOptions,
  profile: Profile | undefined,
): string | undefined {
  const baseUrl =
    options.baseUrl ?? (env["GEOPERA_BASE_URL"] || env["GEOPERA_API_URL"] || undefined) ?? profile?.base_url;
  if (baseUrl === undefined) return undefined;
  if (!URL.canParse(baseUrl) || !/^https?:$/.test(new URL(baseUrl).protocol)) {
    throw new CliError(`"${baseUrl}" is no address; it should look like https://share.example.org`);
  }
  return baseUrl.replace(/\/+$/, "");
}

/** GEOPERA_TOKEN, or the name that the official command line has for it. */
export function tokenOfEnvironment({ env }: Pick<Io, "env">): string | undefined {
  return env["GEOPERA_TOKEN"] || env["GEOPERA_API_TOKEN"] || undefined;
}

/**
 * Sends a profile's credentials only to its own service, never to one that a flag or the environment names.
 */
function tokenOf(
  io: Io,
  options: GlobalOptions,
  profileName: string,
  profile: Profile | undefined,
  baseUrl: string,
): TokenSource | undefined {
  const given = tokenOfEnvironment(io);
  if (given !== undefined && options.profile === undefined) return given;
  if (profile === undefined) return given;
  if (profile.base_url !== baseUrl) {
    io.stderr.write(
      `geopera: profile "${profileName}" is for ${profile.base_url}; calling ${baseUrl} without it.\n`,
    );
    return undefined;
  }
  return profile.api_key ?? (profile.session && sessionToken(io, profileName, profile.session));
}
