import { CommanderError } from "commander";
import { CliError } from "./cli-error.ts";
import { complete } from "./completion/complete.ts";
import { EXIT } from "./exit-codes.ts";
import { reportFailure } from "./failure.ts";
import type { Io } from "./io.ts";
import { buildProgram } from "./program.ts";

/** Runs one command; resolves to its exit code. `words` are the arguments after `geopera`. */
export async function run(words: readonly string[], io: Io): Promise<number> {
  const asJson = words.includes("--json-errors");
  const program = buildProgram(io, { isQuiet: asJson });
  // For the shell's completion script, not for people.
  if (words[0] === "__complete") {
    io.stdout.write(await complete(program, words.slice(1), io));
    return EXIT.ok;
  }
  try {
    await program.parseAsync([...words], { from: "user" });
    return EXIT.ok;
  } catch (error) {
    if (!(error instanceof CommanderError)) return reportFailure(error, io, asJson);
    if (error.exitCode === 0) return EXIT.ok;
    // Without --json-errors, Commander has already printed the fault.
    return asJson ? reportFailure(new CliError(error.message.replace(/^error: /, "")), io, true) : EXIT.usage;
  }
}
