import type { Command, Option } from "commander";
import { readCredentials } from "../credentials/credentials-file.ts";
import type { Io } from "../io.ts";

/** A candidate for the next word. */
export interface Candidate {
  readonly word: string;
  readonly description: string;
}

/**
 * The candidates, one a line: word, tab, meaning. The last of `words` is being typed; no candidate means a
 * file name.
 */
export async function complete(program: Command, words: readonly string[], io: Io): Promise<string> {
  const profiles = await readCredentials(io).then(
    (credentials) => Object.keys(credentials.profiles),
    () => [],
  );
  return candidates(program, words, profiles)
    .map(({ word, description }) => `${word}\t${description.replaceAll(/\s+/g, " ")}\n`)
    .join("");
}

/** All candidates at the end of `words`. */
export function candidates(
  program: Command,
  words: readonly string[],
  profiles: readonly string[],
): Candidate[] {
  const typed = words.at(-1) ?? "";
  const { command, pending } = walk(program, words.slice(0, -1));
  const all = pending
    ? valuesOf(pending, profiles)
    : typed.startsWith("-")
      ? flagsOf(command)
      : wordsOf(command);
  return all.filter(({ word }) => word.startsWith(typed));
}

/** Follows the words to their command, and to the flag whose value is next. */
function walk(program: Command, words: readonly string[]): { command: Command; pending: Option | undefined } {
  let command = program;
  let pending: Option | undefined;
  for (const word of words) {
    if (pending !== undefined) {
      pending = undefined;
    } else if (word.startsWith("-")) {
      const option = command.options.find(({ long, short }) => word === long || word === short);
      pending = option?.required === true ? option : undefined;
    } else {
      command = command.commands.find((inner) => inner.name() === word || inner.alias() === word) ?? command;
    }
  }
  return { command, pending };
}

function valuesOf({ argChoices, long }: Option, profiles: readonly string[]): Candidate[] {
  const values = argChoices ?? (long === "--profile" ? profiles : []);
  return values.map((word) => ({ word, description: "" }));
}

function flagsOf(command: Command): Candidate[] {
  const visible = command.options.filter(({ hidden }) => !hidden);
  const flags = visible.flatMap(({ long, description }) => (long ? [{ word: long, description }] : []));
  return [...flags, { word: "--help", description: "explain the command" }];
}

/** Commands, and the choices of a command's argument; where there are neither, flags. */
function wordsOf(command: Command): Candidate[] {
  const commands = command.commands.map((inner) => ({
    word: inner.name(),
    description: inner.summary() || inner.description(),
  }));
  const choices = command.registeredArguments.flatMap(({ argChoices = [] }) => argChoices);
  const all = [...commands, ...choices.map((word) => ({ word, description: "" }))];
  return all.length > 0 ? all : flagsOf(command);
}
