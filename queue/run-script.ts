import { createHash } from "node:crypto";
import type { RedisConnection } from "./connection.ts";

const digests = new Map<string, string>();

/** Runs a Lua script by its digest; a Redis that does not know it yet is sent the text. */
export async function runScript<Result>(
  connection: RedisConnection,
  script: string,
  keys: readonly string[],
  args: readonly (string | number | Buffer)[],
): Promise<Result> {
  const rest = [keys.length, ...keys, ...args] as const;
  try {
    return (await connection.evalsha(digestOf(script), ...rest)) as Result;
  } catch (error) {
    if (!(error instanceof Error && error.message.startsWith("NOSCRIPT"))) throw error;
    return (await connection.eval(script, ...rest)) as Result;
  }
}

function digestOf(script: string): string {
  const known = digests.get(script);
  if (known !== undefined) return known;
  const digest = createHash("sha1").update(script).digest("hex");
  digests.set(script, digest);
  return digest;
}
