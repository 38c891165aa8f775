import { CliError } from "./cli-error.ts";
import type { Io } from "./io.ts";

/** Asks before something is destroyed; without a terminal to ask on, only `--yes` goes on. */
export async function confirm(io: Io, question: string, isConfirmed: boolean): Promise<void> {
  if (isConfirmed) return;
  if (!io.terminal.stdin || !io.terminal.stderr) {
    throw new CliError("This cannot be undone, and there is no terminal to ask on. Add --yes to do it.");
  }
  io.stderr.write(`${question} [y/N] `);
  const answer = await readLine(io);
  if (!answer.endsWith("\n")) io.stderr.write("\n");
  if (!/^(y|yes)$/i.test(answer.trim())) throw new CliError("Nothing was done.");
}

async function readLine({ stdin }: Io): Promise<string> {
  let text = "";
  for await (const chunk of stdin) {
    text += String(chunk);
    if (text.includes("\n")) break;
  }
  return text;
}
