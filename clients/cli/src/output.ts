import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { CliError } from "./cli-error.ts";
import type { Io } from "./io.ts";

/** Writes JSON to a file or stdout: indented for people, one line for programs. */
export async function writeJson(io: Io, value: unknown, file?: string): Promise<void> {
  const isRead = (file === undefined || file === "-") && io.terminal.stdout;
  await writeBytes(io, Buffer.from(`${JSON.stringify(value, undefined, isRead ? 2 : undefined)}\n`), file);
}

/** Writes bytes to a file or stdout. */
export async function writeBytes(io: Io, bytes: Uint8Array, file?: string): Promise<void> {
  if (file !== undefined && file !== "-") {
    await writeFile(file, bytes);
  } else if (!io.stdout.write(bytes)) {
    await once(io.stdout, "drain");
  }
}

/** Refuses to write an image to a terminal. */
export function requirePlaceForBytes(io: Io, file: string | undefined): void {
  if (file === undefined && io.terminal.stdout) {
    throw new CliError("This answers bytes: name a file with -o, or send them into a pipe.");
  }
}
