import { CliError } from "../cli-error.ts";
import { changeCredentials } from "../credentials/credentials-file.ts";
import type { Profile, Session } from "../credentials/profile.ts";
import { EXIT } from "../exit-codes.ts";
import type { Io } from "../io.ts";
import { discoverOpenid, postForm } from "./openid-configuration.ts";
import { CLIENT_ID, sessionOf } from "./token-answer.ts";

/** A token this close to its end is refreshed: a call takes a moment to arrive. */
const MARGIN_MS = 30_000;

/** The access token of a profile's session, refreshed when it is about to end. */
export function sessionToken(io: Io, profileName: string, session: Session): () => Promise<string> {
  let current = session;
  return async () => {
    if (!isFresh(current, io)) current = await refreshInTurn(io, profileName);
    return current.access_token;
  };
}

/**
 * Refreshes the session, one process at a time: a refresh token works once, and the server treats a second
 * use as theft. A process that waited finds the session that the other one stored.
 */
async function refreshInTurn(io: Io, profileName: string): Promise<Session> {
  const { profiles } = await changeCredentials(io, async (credentials) => {
    const profile = credentials.profiles[profileName];
    if (profile?.session === undefined) throw sessionOver();
    if (isFresh(profile.session, io)) return credentials;
    const session = await refresh(io, profile, profile.session);
    return { ...credentials, profiles: { ...credentials.profiles, [profileName]: { ...profile, session } } };
  });
  const session = profiles[profileName]?.session;
  if (session === undefined) throw sessionOver();
  return session;
}

async function refresh(io: Io, profile: Profile, { refresh_token }: Session): Promise<Session> {
  const configuration = await discoverOpenid(profile.base_url, io.signal);
  if (refresh_token === undefined || configuration?.token_endpoint === undefined) throw sessionOver();
  const fields = { grant_type: "refresh_token", refresh_token, client_id: CLIENT_ID };
  const { status, body } = await postForm(configuration.token_endpoint, fields, io.signal);
  if (status >= 500 || status === 429) {
    throw new CliError(
      `${profile.base_url} cannot renew the session right now; try again.`,
      EXIT.unavailable,
    );
  }
  if (status !== 200) throw sessionOver();
  return sessionOf(body, io.now(), refresh_token);
}

function isFresh(session: Session, io: Io): boolean {
  return Date.parse(session.expires_at) - io.now() > MARGIN_MS;
}

function sessionOver(): CliError {
  return new CliError("The session is over; run `geopera login`.", EXIT.denied);
}
