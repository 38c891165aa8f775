import { Option, type Command } from "commander";
import { CliError } from "./cli-error.ts";
import type { CommandDefinition, FlagDefinition } from "./command-definition.ts";
import { FILLED_IN } from "./fill-in.ts";

/**
 * Lets a command take its subject without the flag, as in `geopera share link revoke 'For the council'`: the
 * one id that it must be given. The returned function puts the word where the flag's value would be.
 */
export function addBareWord(command: Command, definition: CommandDefinition): (word: unknown) => void {
  const subject = subjectOf(definition);
  if (subject === undefined) return () => undefined;
  const { flag, field } = subject;
  command.argument(`[${field.replace(/_id$/, "").replaceAll("_", "-")}]`, `the same as --${flag}`);
  const name = new Option(`--${flag} <text>`).attributeName();
  return (word) => {
    if (typeof word !== "string") return;
    if (command.getOptionValue(name) !== undefined) {
      throw new CliError(`Give either "${word}" or --${flag}, not both.`);
    }
    command.setOptionValue(name, word);
  };
}

function subjectOf({ flags }: CommandDefinition): FlagDefinition | undefined {
  const ids = flags.filter(
    ({ field, required, value }) => required && value === "string" && field.endsWith("_id"),
  );
  // What is filled in unless it is given is seldom what a command is about.
  const own = ids.filter(({ field }) => !FILLED_IN.includes(field));
  const [only, ...more] = own.length === 0 ? ids : own;
  return more.length === 0 ? only : undefined;
}
