import type { Command, Option } from "commander";
import { readProfiles } from "../credentials/credentials-file.ts";
import { chooseService } from "../credentials/service.ts";
import type { Io } from "../io.ts";
import { offeredValues } from "../flag-values.ts";
import { kindOf, namesOf, UUID, type Within } from "../names/directory.ts";
import { FORMS } from "../output/form.ts";

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
  const profiles = await readProfiles(io).then(
    (credentials) => Object.keys(credentials.profiles),
    () => [],
  );
  const { pending } = walk(program, words.slice(0, -1));
  const ids = pending === undefined ? [] : await idsFor(words, pending, io);
  const typed = words.at(-1) ?? "";
  return [...candidates(program, words, profiles), ...ids.filter(({ word }) => word.startsWith(typed))]
    .map(({ word, description }) => `${word}\t${description.replaceAll(/\s+/g, " ")}\n`)
    .join("");
}

/** The most ids that are offered, and how long a shell waits for them. */
const IDS_MAX = 200;
const IDS_WITHIN_MS = 2_000;

/** Ids with their names, from the service; none when it does not answer in time. */
async function idsFor(words: readonly string[], { long }: Option, io: Io): Promise<Candidate[]> {
  const field = fieldOf(long ?? "");
  const typed = Object.fromEntries(words.map((word, index) => [fieldOf(word), words[index + 1]]));
  const kind = kindOf(field === "project" ? "project_id" : field, typed);
  if (kind === undefined) return [];
  try {
    const { client } = await chooseService(io, {});
    const signal = AbortSignal.any([io.signal, AbortSignal.timeout(IDS_WITHIN_MS)]);
    const found: Candidate[] = [];
    for await (const { id, name } of namesOf(client, kind, within(typed), signal)) {
      found.push({ word: id, description: name });
      if (found.length >= IDS_MAX) break;
    }
    return found;
  } catch {
    return [];
  }
}

function fieldOf(flag: string): string {
  return flag.replace(/^--/, "").replaceAll("-", "_");
}

/** Ids that were typed already; names would have to be looked up first. */
function within({ project_id, item_id }: Readonly<Record<string, string | undefined>>): Within {
  return {
    ...(project_id !== undefined && UUID.test(project_id) ? { project_id } : {}),
    ...(item_id !== undefined && UUID.test(item_id) ? { item_id } : {}),
  };
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

function valuesOf(option: Option, profiles: readonly string[]): Candidate[] {
  const { long, description } = option;
  const values =
    offeredValues(option) ??
    (long === "--profile" ? profiles : long === "--output" && description.startsWith("table") ? FORMS : []);
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
