import { runInNewContext } from "node:vm";
import { CliError } from "../cli-error.ts";
import { EXIT } from "../exit-codes.ts";

/** Applies a jq program to an answer; each result is a line, texts as they are. */
export async function applyJq(program: string, answer: unknown): Promise<string> {
  const { default: jq } = await import("@michaelhomer/jqjs");
  const apply = () => {
    const lines: string[] = [];
    for (const result of jq.compile(program)(answer)) {
      lines.push(typeof result === "string" ? result : (JSON.stringify(result) ?? "null"));
    }
    return lines.map((line) => `${line}\n`).join("");
  };
  try {
    // A program need not end by itself, and no handler of Ctrl-C is called while it runs.
    return runInNewContext("apply()", { apply }, { breakOnSigint: true }) as string;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_SCRIPT_EXECUTION_INTERRUPTED") {
      throw new CliError("interrupted", EXIT.interrupted, error);
    }
    const reason = error instanceof Error ? error.message : String(error);
    throw new CliError(`--jq ${program}: ${reason}`, undefined, error);
  }
}
