import { Option, type Command } from "commander";
import { CliError } from "../cli-error.ts";
import { changeCredentials, readProfiles } from "../credentials/credentials-file.ts";
import type { Profile } from "../credentials/profile.ts";
import { baseUrlOf, profileNameOf } from "../credentials/service.ts";
import { EXIT } from "../exit-codes.ts";
import { addGlobalOptions, readGlobalOptions } from "../global-options.ts";
import type { Io } from "../io.ts";
import { writeAnswer } from "../output/answer.ts";
import { outputPlan } from "../output/form.ts";
import { readSecret } from "../secret.ts";
import { signInByDevice, type DevicePrompt } from "../session/device-login.ts";
import { discoverOpenid } from "../session/openid-configuration.ts";
import { identify } from "../session/identify.ts";

/** `geopera login`: keeps an API key, or signs in with a browser. */
export function addLoginCommand(program: Command, io: Io): void {
  const command = program
    .command("login")
    .description(
      "Sign in: with a browser, or with an API key. The credentials are kept in a file that only you can read.",
    )
    .summary("Sign in with a browser or an API key.")
    .option("--api-key <key>", "an API key; - reads it from stdin, or asks for it")
    .option("--no-browser", "do not show the address of the sign-in in a browser, only print it")
    .addOption(new Option("--scope <scope>", "taken and not used: the page shows what is granted").hideHelp())
    .addHelpText(
      "after",
      `
Examples:
  geopera login --base-url https://share.example.org
  geopera login --base-url https://share.example.org --api-key - < key.txt
  geopera login --base-url https://share.example.org --profile work`,
    );
  addGlobalOptions(command);
  command.action(async () => logIn(io, readGlobalOptions(command), command.opts<LoginOptions>()));
}

interface LoginOptions {
  readonly apiKey?: string;
  readonly browser: boolean;
}

async function logIn(
  io: Io,
  options: ReturnType<typeof readGlobalOptions>,
  { apiKey, browser }: LoginOptions,
): Promise<void> {
  const { current, profiles } = await readProfiles(io);
  const name = profileNameOf(io, options, current);
  const base_url = baseUrlOf(io, options, profiles[name]);
  if (base_url === undefined) throw new CliError("Where is the service? Add --base-url https://…");
  const profile: Profile =
    apiKey === undefined
      ? { base_url, session: await signInWithBrowser(io, base_url, browser) }
      : { base_url, api_key: apiKey === "-" ? await readSecret(io, "API key") : apiKey };
  const identity = await identify(io, profile);
  await changeCredentials(io, (credentials) => ({
    current: name,
    profiles: { ...credentials.profiles, [name]: profile },
  }));
  await writeAnswer(io, { profile: name, base_url, ...identity }, outputPlan(io, undefined));
}

async function signInWithBrowser(io: Io, baseUrl: string, showsBrowser: boolean) {
  const { device_authorization_endpoint, token_endpoint } = (await discoverOpenid(baseUrl, io.signal)) ?? {};
  if (device_authorization_endpoint === undefined || token_endpoint === undefined) {
    throw new CliError(
      `${baseUrl} offers no sign-in with a browser. Use an API key: geopera login --base-url ${baseUrl} --api-key -`,
      EXIT.denied,
    );
  }
  return await signInByDevice(io, { device_authorization_endpoint, token_endpoint }, (prompt) =>
    show(io, prompt, showsBrowser && io.terminal.stdin && io.terminal.stderr),
  );
}

function show(io: Io, { userCode, url, completeUrl }: DevicePrompt, showsBrowser: boolean): void {
  const whole = completeUrl === undefined ? "" : `\nor, with the code in it: ${completeUrl}`;
  io.stderr.write(`Open ${url}\nand enter the code ${userCode}${whole}\nWaiting …\n`);
  if (showsBrowser) void io.openUrl(completeUrl ?? url);
}
