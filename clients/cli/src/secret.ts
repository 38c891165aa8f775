import type { Io } from "./io.ts";

/** Reads all of stdin. */
export async function readStdin({ stdin }: Io): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stdin) chunks.push(Buffer.from(chunk as Buffer | string));
  return Buffer.concat(chunks).toString("utf8");
}

/**
 * Reads a secret, which every process could see among the arguments: by a prompt on a terminal, else from
 * stdin.
 */
export async function readSecret(io: Io, name: string): Promise<string> {
  if (!io.terminal.stdin) return (await readStdin(io)).replace(/\r?\n$/, "");
  io.stderr.write(`${name}: `);
  io.stdin.setRawMode?.(true);
  try {
    return await readUnseenLine(io);
  } finally {
    io.stdin.setRawMode?.(false);
    io.stdin.pause();
    io.stderr.write("\n");
  }
}

const CTRL_C = "\u0003";
const BACKSPACE = "\u007f";

async function readUnseenLine({ stdin }: Io): Promise<string> {
  return await new Promise((resolve, reject) => {
    const typed: string[] = [];
    const take = (chunk: Buffer | string) => {
      for (const character of chunk.toString()) {
        if (character === CTRL_C) return finish(() => reject(new Error("interrupted")));
        if (character === "\r" || character === "\n") return finish(() => resolve(typed.join("")));
        if (character === BACKSPACE) typed.pop();
        else typed.push(character);
      }
    };
    const finish = (settle: () => void) => {
      stdin.off("data", take);
      settle();
    };
    stdin.on("data", take);
  });
}
