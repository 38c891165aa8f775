import type { Command } from "commander";
import { CliError } from "../cli-error.ts";
import { changeCredentials, readProfiles } from "../credentials/credentials-file.ts";
import type { Io } from "../io.ts";
import { writeAnswer } from "../output/answer.ts";
import { outputPlan } from "../output/form.ts";
import { writeJson } from "../output/write.ts";

/** `geopera profiles`: which named credentials there are, and which are in use. */
export function addProfileCommands(program: Command, io: Io): void {
  const profiles = program
    .command("profiles")
    .description("List the named credentials, or choose among them.");
  profiles
    .command("list", { isDefault: true })
    .description("List them, without their secrets.")
    .addHelpText("after", "\nExamples:\n  geopera profiles")
    .action(async () => {
      const { current, profiles: known, isOwn } = await readProfiles(io);
      const list = Object.entries(known).map(([name, { base_url, api_key }]) => ({
        name,
        base_url,
        kind: api_key === undefined ? "session" : "api_key",
        current: name === (current ?? "default"),
        file: isOwn(name) ? "own" : "official",
      }));
      await writeAnswer(io, { profiles: list }, outputPlan(io, undefined));
    });
  profiles
    .command("use <name>")
    .description("Use this one where none is named.")
    .addHelpText("after", "\nExamples:\n  geopera profiles use work")
    .action(async (name: string) => {
      const { profiles: known } = await readProfiles(io);
      await changeCredentials(io, (credentials) => {
        if (Object.hasOwn(known, name)) return { ...credentials, current: name };
        throw new CliError(`There is no profile "${name}".`);
      });
      await writeJson(io, { profile: name });
    });
}
