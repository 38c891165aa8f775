import type { Command } from "commander";
import { addBareWord } from "./bare-word.ts";
import type { CommandDefinition } from "./command-definition.ts";
import { flagOptions } from "./flag-values.ts";
import { addGlobalOptions } from "./global-options.ts";
import { examplesOf } from "./help-examples.ts";
import type { Io } from "./io.ts";
import { addAnswerOptions } from "./output/answer-options.ts";
import { asksFirst, runOperation } from "./run-operation.ts";
import { addAreaOptions } from "./tiles/area-options.ts";
import { parseLifetime } from "./uploads/link-options.ts";

/** Adds `geopera share link create` for the operation `share.link.create`. */
export function addOperationCommand(program: Command, definition: CommandDefinition, io: Io): void {
  const words = definition.id.split(".");
  const name = words.pop() ?? definition.id;
  const command = dashed(groupOf(program, words).command(name));
  command.description(`${definition.summary} Scope: ${definition.scope}.`).summary(definition.summary);
  const fields = new Map<string, string>();
  for (const flag of definition.flags) {
    for (const option of flagOptions(flag)) {
      command.addOption(option);
      fields.set(option.attributeName(), flag.field);
    }
  }
  if (fields.has("expiresAt")) {
    command.option("--expires-in <time>", "instead of --expires-at: such as 12h, 30d or 1y", parseLifetime);
  }
  command.option(
    "--json <body>",
    "the whole input: JSON, @file or the name of a file, or - for stdin; flags go over it",
  );
  if (definition.answer === "json") addAnswerOptions(command, definition.rows !== undefined);
  else command.option("-o, --output <file>", "where to write the answer; - for stdout");
  if (definition.isTile) addAreaOptions(command);
  else if (asksFirst(definition)) command.option("-y, --yes", "do it without a question");
  addGlobalOptions(command);
  command.addHelpText("after", examplesOf(definition));
  const takeBareWord = addBareWord(command, definition);
  command.action(async (word: unknown) => {
    takeBareWord(word);
    await runOperation(io, command, definition, fields);
  });
}

/** Finds or creates the command for the words before the last one. */
function groupOf(program: Command, words: readonly string[]): Command {
  return words.reduce((parent, word) => {
    const found = parent.commands.find((candidate) => candidate.name() === word);
    return found ?? dashed(parent.command(word));
  }, program);
}

/** `api_keys` may also be typed `api-keys`. */
function dashed(command: Command): Command {
  const alias = command.name().replaceAll("_", "-");
  return alias === command.name() ? command : command.alias(alias);
}
