import type { Command } from "commander";
import { chooseService, tokenOfEnvironment } from "../credentials/service.ts";
import { CliError } from "../cli-error.ts";
import { EXIT } from "../exit-codes.ts";
import { addGlobalOptions, readGlobalOptions } from "../global-options.ts";
import type { Io } from "../io.ts";
import { addAnswerOptions } from "../output/answer-options.ts";
import { writeAnswer } from "../output/answer.ts";
import { outputPlan } from "../output/form.ts";
import { identify } from "../session/identify.ts";

/** `geopera whoami`: the owner of the credentials in use. */
export function addWhoamiCommand(program: Command, io: Io): void {
  const command = program
    .command("whoami")
    .description("Say who the credentials in use belong to, as the service sees it.")
    .summary("Say who you are to the service.")
    .option("--json", "the same as -o json")
    .addHelpText("after", "\nExamples:\n  geopera whoami\n  geopera whoami --jq .scope");
  addAnswerOptions(command, false);
  addGlobalOptions(command);
  command.action(async () => {
    const { profileName, baseUrl, token } = await chooseService(io, readGlobalOptions(command));
    if (token === undefined) throw new CliError("Not signed in; run `geopera login`.", EXIT.denied);
    const bearer = typeof token === "function" ? await token() : token;
    const identity = await identify(io, { base_url: baseUrl, api_key: bearer });
    const isFromProfile = token !== tokenOfEnvironment(io);
    const { output, jq, json } = command.opts<{ output?: string; jq?: string; json?: true }>();
    const answer = { profile: isFromProfile ? profileName : null, base_url: baseUrl, ...identity };
    await writeAnswer(io, answer, { ...outputPlan(io, json === true ? "json" : output), jq });
  });
}
