import type { Command } from "commander";

/** Options that say what is written of an answer. */
export function addAnswerOptions(command: Command, isList: boolean): void {
  command.option(
    "-o, --output <form>",
    "table, json, ndjson, csv or tsv; any other word is a file to write to",
  );
  command.option("-q, --jq <program>", "what to write of the answer, in the language of jq");
  if (isList) command.option("--all", "all rows, not only the first page");
}
