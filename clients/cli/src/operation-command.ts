import type { BinaryAnswer, OperationId } from "@geopera/share-client";
import type { Command } from "commander";
import type { CommandDefinition } from "./command-definition.ts";
import { chooseService } from "./credentials/service.ts";
import { flagOptions } from "./flag-values.ts";
import { addGlobalOptions, readGlobalOptions } from "./global-options.ts";
import type { Io } from "./io.ts";
import { operationInput, requireFields } from "./operation-input.ts";
import { requirePlaceForBytes, writeBytes, writeJson } from "./output.ts";
import { addAreaOptions, areaOf, type AreaOptions } from "./tiles/area-options.ts";
import { downloadArea } from "./tiles/download-area.ts";

interface OwnOptions extends AreaOptions {
  readonly json?: string;
  readonly output?: string;
}

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
  command.option(
    "--json <body>",
    "the whole input: JSON, a file that holds it, or - for stdin; flags go over it",
  );
  command.option("-o, --output <file>", "where to write the answer; - for stdout");
  if (definition.isTile) addAreaOptions(command);
  addGlobalOptions(command);
  command.action(async () => runOperation(io, command, definition, fields));
}

async function runOperation(
  io: Io,
  command: Command,
  definition: CommandDefinition,
  fields: ReadonlyMap<string, string>,
): Promise<void> {
  const options = command.opts<Record<string, unknown>>();
  const own = options as OwnOptions;
  const flags = new Map(
    [...fields].flatMap(([name, field]) =>
      options[name] === undefined ? [] : [[field, options[name]] as const],
    ),
  );
  const area = definition.isTile ? areaOf(own) : undefined;
  if (definition.answer === "bytes" && area === undefined) requirePlaceForBytes(io, own.output);
  const input = await operationInput(io, definition, flags, own.json);
  requireFields(definition, input, area ? ["z", "x", "y"] : []);
  const { client } = await chooseService(io, readGlobalOptions(command, [...fields.keys()]));
  const call = (whole: object): Promise<unknown> =>
    client.invoke(definition.id as OperationId, whole, { signal: io.signal });
  const callForBytes = (whole: object) => call(whole) as Promise<BinaryAnswer>;
  if (area !== undefined) await downloadArea(io, { area, input, folder: own.output, render: callForBytes });
  else if (definition.answer === "bytes") await writeBytes(io, (await callForBytes(input)).bytes, own.output);
  else await writeJson(io, await call(input), own.output);
}

/** Finds or creates the command for the words before the last one. */
function groupOf(program: Command, words: readonly string[]): Command {
  return words.reduce((parent, word) => {
    const found = parent.commands.find((candidate) => candidate.name() === word);
    return found ?? dashed(parent.command(word)).description(`Operations on ${word.replaceAll("_", " ")}.`);
  }, program);
}

/** `api_keys` may also be typed `api-keys`. */
function dashed(command: Command): Command {
  const alias = command.name().replaceAll("_", "-");
  return alias === command.name() ? command : command.alias(alias);
}
