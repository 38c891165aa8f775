import type { Command } from "commander";
import { changeCredentials, readProfiles } from "../credentials/credentials-file.ts";
import type { Profile } from "../credentials/profile.ts";
import { profileNameOf } from "../credentials/service.ts";
import { CliError } from "../cli-error.ts";
import { addGlobalOptions, readGlobalOptions } from "../global-options.ts";
import type { Io } from "../io.ts";
import { writeJson } from "../output/write.ts";
import { discoverOpenid, postForm } from "../session/openid-configuration.ts";
import { CLIENT_ID } from "../session/token-answer.ts";

/** `geopera logout`: forgets credentials, and ends the session they belong to. */
export function addLogoutCommand(program: Command, io: Io): void {
  const command = program
    .command("logout")
    .description(
      "Forget the credentials of a profile and end its session. API keys stay valid until they are revoked.",
    )
    .summary("Forget the credentials of a profile and end its session.")
    .addHelpText("after", "\nExamples:\n  geopera logout\n  geopera logout --profile work");
  addGlobalOptions(command);
  command.action(async () => {
    const { current, profiles, isOwn } = await readProfiles(io);
    const name = profileNameOf(io, readGlobalOptions(command), current);
    const profile = Object.hasOwn(profiles, name) ? profiles[name] : undefined;
    if (profile === undefined) throw new CliError(`There is no profile "${name}".`);
    if (!isOwn(name)) {
      throw new CliError(`The profile "${name}" is the official command line's; log out with that one.`);
    }
    await changeCredentials(io, (credentials) => {
      const { [name]: _forgotten, ...others } = credentials.profiles;
      const isCurrent = credentials.current === undefined || credentials.current === name;
      return { ...(isCurrent ? {} : { current: credentials.current }), profiles: others };
    });
    const ended = await endSession(io, profile);
    await writeJson(io, { profile: name, forgotten: true, ...ended });
  });
}

/** The credentials are already removed here, so a server without an answer changes nothing. */
async function endSession(io: Io, { base_url, session }: Profile): Promise<{ session_ended?: boolean }> {
  if (session === undefined) return {};
  try {
    const endpoint = (await discoverOpenid(base_url, io.signal))?.revocation_endpoint;
    if (endpoint === undefined) return { session_ended: false };
    const { status } = await postForm(
      endpoint,
      { token: session.refresh_token ?? session.access_token, client_id: CLIENT_ID },
      io.signal,
    );
    return { session_ended: status === 200 };
  } catch (error) {
    if (io.signal.aborted) throw error;
    return { session_ended: false };
  }
}
