import { CommanderError } from "commander";
import { complete } from "./completion/complete.ts";
import { EXIT } from "./exit-codes.ts";
import { reportFailure } from "./failure.ts";
import type { Io } from "./io.ts";
import { buildProgram } from "./program.ts";

/** Runs one command; answers its exit code. `words` are the arguments behind `geopera`. */
export async function run(words: readonly string[], io: Io): Promise<number> {
  const program = buildProgram(io);
  // Asked by the shell's completion script, not by people.
  if (words[0] === "__complete") {
    io.stdout.write(await complete(program, words.slice(1), io));
    return EXIT.ok;
  }
  try {
    await program.parseAsync([...words], { from: "user" });
    return EXIT.ok;
  } catch (error) {
    // Commander has already said what is wrong.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    return reportFailure(error, io, words.includes("--json-errors"));
  }
}
