import type { BinaryAnswer, GeoperaClient, ListId, OperationId } from "@geopera/share-client";
import type { Command } from "commander";
import type { CommandDefinition } from "./command-definition.ts";
import { confirm } from "./confirm.ts";
import { chooseService } from "./credentials/service.ts";
import { FILLED_IN, fillIn } from "./fill-in.ts";
import { readGlobalOptions } from "./global-options.ts";
import type { Io } from "./io.ts";
import { resolveNames } from "./names/resolve-names.ts";
import { operationInput, requireFields } from "./operation-input.ts";
import { writeAnswer } from "./output/answer.ts";
import { outputPlan } from "./output/form.ts";
import { requirePlaceForBytes, writeBytes } from "./output/write.ts";
import { areaOf, type AreaOptions } from "./tiles/area-options.ts";
import { downloadArea } from "./tiles/download-area.ts";

interface OwnOptions extends AreaOptions {
  readonly json?: string;
  readonly output?: string;
  readonly jq?: string;
  readonly all?: true;
  readonly expiresIn?: number;
}

/** Runs an operation with the options of its command; `fields` are its fields by names of options. */
export async function runOperation(
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
  if (own.expiresIn !== undefined) flags.set("expires_at", new Date(io.now() + own.expiresIn).toISOString());
  const area = definition.isTile ? areaOf(own) : undefined;
  if (definition.answer === "bytes" && area === undefined) requirePlaceForBytes(io, own.output);
  const given = await operationInput(io, definition, flags, own.json);
  requireFields(definition, given, [...FILLED_IN, ...(area ? ["z", "x", "y"] : [])]);
  const service = await chooseService(io, readGlobalOptions(command, [...fields.keys()]));
  const { client } = service;
  const named = await resolveNames(client, definition, given, io.signal);
  const input = await fillIn(io, service, definition, named);
  requireFields(definition, input, area ? ["z", "x", "y"] : []);
  if (asksFirst(definition)) await confirm(io, questionOf(definition, given), own.yes === true);
  const call = (whole: object): Promise<unknown> =>
    client.invoke(definition.id as OperationId, whole, { signal: io.signal });
  const callForBytes = (whole: object) => call(whole) as Promise<BinaryAnswer>;
  if (area !== undefined) await downloadArea(io, { area, input, folder: own.output, render: callForBytes });
  else if (definition.answer === "bytes") await writeBytes(io, (await callForBytes(input)).bytes, own.output);
  else await answerJson(io, definition, own, client, input);
}

async function answerJson(
  io: Io,
  { id, rows }: CommandDefinition,
  { output, jq, all }: OwnOptions,
  client: GeoperaClient,
  input: object,
): Promise<void> {
  const plan = { ...outputPlan(io, output), jq, rows };
  const { signal } = io;
  if (all !== true || rows === undefined) {
    return await writeAnswer(io, await client.invoke(id as OperationId, input, { signal }), plan);
  }
  const each = client.each(id as ListId, input, { signal });
  if (plan.form === "ndjson" && jq === undefined && (plan.file === undefined || plan.file === "-")) {
    for await (const row of each) await writeAnswer(io, row, { form: "ndjson", file: undefined });
    return;
  }
  const list: unknown[] = [];
  for await (const row of each) list.push(row);
  await writeAnswer(io, { [rows]: list }, plan);
}

/** A paused link is resumed at will; everything else that destroys is asked about. */
export function asksFirst({ id, destroys }: CommandDefinition): boolean {
  return destroys === true && !id.endsWith(".pause");
}

function questionOf({ id, summary }: CommandDefinition, given: Readonly<Record<string, unknown>>): string {
  const ids = Object.entries(given).filter(([field]) => field.endsWith("_id"));
  const what = ids.map(
    ([field, value]) => `${field.replaceAll("_", " ").replace(/ id$/, "")} ${String(value)}`,
  );
  const of = what.length === 0 ? "" : ` (${what.join(", ")})`;
  return `${summary}\n${id.replaceAll(".", " ")}${of}: really?`;
}
