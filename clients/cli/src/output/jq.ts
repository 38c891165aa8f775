import { CliError } from "../cli-error.ts";

/** Applies a jq program to an answer; each result is a line, texts as they are. */
export async function applyJq(program: string, answer: unknown): Promise<string> {
  const { default: jq } = await import("@michaelhomer/jqjs");
  try {
    const lines: string[] = [];
    for (const result of jq.compile(program)(answer)) {
      lines.push(typeof result === "string" ? result : JSON.stringify(result));
    }
    return lines.map((line) => `${line}\n`).join("");
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CliError(`--jq ${program}: ${reason}`, undefined, error);
  }
}
