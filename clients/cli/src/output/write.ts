import { writeFile } from "node:fs/promises";
import { CliError } from "../cli-error.ts";
import { EXIT } from "../exit-codes.ts";
import type { Io } from "../io.ts";

/** Writes JSON to a file or stdout: indented for people, one line for programs. */
export async function writeJson(io: Io, value: unknown, file?: string): Promise<void> {
  const isRead = (file === undefined || file === "-") && io.terminal.stdout;
  await writeText(io, `${JSON.stringify(value, undefined, isRead ? 2 : undefined)}\n`, file);
}

/** Writes text to a file or stdout. */
export async function writeText(io: Io, text: string, file?: string): Promise<void> {
  await writeBytes(io, Buffer.from(text), file);
}

/** Writes bytes to a file or stdout; throws a CliError that says what could not be written. */
export async function writeBytes(io: Io, bytes: Uint8Array, file?: string): Promise<void> {
  if (file !== undefined && file !== "-") {
    await writeFile(file, bytes).catch((cause: unknown) => {
      throw new CliError(`${file} cannot be written: ${(cause as Error).message}`, EXIT.unexpected, cause);
    });
    return;
  }
  await new Promise<void>((resolve, reject) => {
    io.stdout.write(bytes, (cause) => {
      // `geopera … | head` closes the pipe early, which is no failure.
      if (cause === null || cause === undefined || (cause as NodeJS.ErrnoException).code === "EPIPE")
        resolve();
      else reject(new CliError(`stdout cannot be written: ${cause.message}`, EXIT.unexpected, cause));
    });
  });
}

/** Refuses to write an image to a terminal. */
export function requirePlaceForBytes(io: Io, file: string | undefined): void {
  if (file === undefined && io.terminal.stdout) {
    throw new CliError("This answers bytes: name a file with -o, or send them into a pipe.");
  }
}
