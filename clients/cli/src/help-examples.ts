import type { CommandDefinition } from "./command-definition.ts";

/** The examples of a command's help: its input as flags, and what to do with the answer. */
export function examplesOf(definition: CommandDefinition): string {
  const words = `geopera ${definition.id.replaceAll(".", " ")}`;
  const call = [words, ...flagsOf(definition)].join(" ");
  const lines = [call, ...furtherExamples(definition, words)];
  return `\nExamples:\n${lines.map((line) => `  ${line}`).join("\n")}`;
}

function flagsOf({ flags, example = {}, answer, isTile }: CommandDefinition): string[] {
  const given = flags.flatMap(({ field, flag, value }) => {
    const shown = example[field];
    if (shown === undefined || shown === null) return [];
    if (field === "password") return [`--${flag} -`];
    if (field === "expires_at") return ["--expires-in 30d"];
    if (value === "boolean") return [shown === true ? `--${flag}` : `--no-${flag}`];
    if (value === "strings") return (shown as string[]).map((each) => `--${flag} ${quoted(each)}`);
    if (value === "numbers") return [`--${flag} ${(shown as number[]).join(",")}`];
    return [`--${flag} ${quoted(typeof shown === "string" ? shown : JSON.stringify(shown))}`];
  });
  return answer === "bytes" ? [...given, isTile ? "-o tile.png" : "> answer"] : given;
}

function furtherExamples({ rows, answer, isTile }: CommandDefinition, words: string): string[] {
  if (rows !== undefined) {
    return [`${words} … --all -o ${rows}.csv`, `${words} … --jq '.${rows}[] | .id'`];
  }
  if (isTile) return [`${words} … --bbox 5.9,45.8,10.5,47.8 --zoom 3-8 -o tiles`];
  return answer === "json" ? [`${words} --json @input.json -o json`] : [];
}

function quoted(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
