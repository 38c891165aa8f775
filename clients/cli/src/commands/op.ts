import type { BinaryAnswer } from "@geopera/share-client";
import type { Command } from "commander";
import { CliError } from "../cli-error.ts";
import { chooseService } from "../credentials/service.ts";
import { COMMANDS } from "../generated/commands.ts";
import { addGlobalOptions, readGlobalOptions } from "../global-options.ts";
import type { Io } from "../io.ts";
import { addAnswerOptions } from "../output/answer-options.ts";
import { readBody } from "../operation-input.ts";
import { writeAnswer } from "../output/answer.ts";
import { outputPlan } from "../output/form.ts";
import { requirePlaceForBytes, writeBytes, writeText } from "../output/write.ts";

interface OpOptions {
  readonly list?: true;
  readonly file?: string;
  readonly output?: string;
  readonly jq?: string;
}

/** `geopera op ID [JSON]`: any operation by its id, as the official command line has it. */
export function addOpCommand(program: Command, io: Io): void {
  const command = program
    .command("op")
    .argument("[id]", "the operation, such as share.link.list")
    .argument("[json]", "its input: JSON, @file, or - for stdin")
    .description(
      "Call any operation by its id, also one that this version does not know. Nothing is asked first.",
    )
    .summary("Call any operation by its id.")
    .option("--list", "list the ids of all operations that this version knows")
    .option("-f, --file <file>", "a file that holds the input")
    .addHelpText(
      "after",
      `
Examples:
  geopera op --list
  geopera op share.link.list '{"limit": 5}' --jq '.links[].label'
  geopera op items.search @search.json -o table`,
    );
  addAnswerOptions(command, false);
  addGlobalOptions(command);
  command.action(async (id: string | undefined, json: string | undefined) => {
    const { list, file, output, jq } = command.opts<OpOptions>();
    if (list === true) return await writeText(io, COMMANDS.map((each) => `${each.id}\n`).join(""));
    if (id === undefined) throw new CliError("Which operation? `geopera op --list` names them.");
    const body = file === undefined ? json : `@${file}`;
    const input = body === undefined ? {} : await readBody(io, body);
    const { client } = await chooseService(io, readGlobalOptions(command));
    const answer = await client.invokeUnknown(id, input, { signal: io.signal });
    if (isBytes(answer)) {
      requirePlaceForBytes(io, output);
      return await writeBytes(io, answer.bytes, output);
    }
    const plan = output === undefined ? { form: "json" as const, file: undefined } : outputPlan(io, output);
    return await writeAnswer(io, answer, { ...plan, jq });
  });
}

function isBytes(answer: unknown): answer is BinaryAnswer {
  return (answer as Partial<BinaryAnswer> | null)?.bytes instanceof Uint8Array;
}
