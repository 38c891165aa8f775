import { parseArgs, type ParseArgsConfig } from "node:util";

/** A command with wrong arguments; the message is one line for its user. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/**
 * Parses arguments with `parseArgs` of node:util; throws a UsageError for arguments that the configuration
 * does not allow.
 */
export function parseCommandLine<Config extends ParseArgsConfig>(
  config: Config,
): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new UsageError(firstSentence((error as Error).message));
  }
}

/**
 * Writes the reason for the end of a program to stderr. Returns the exit code: 2, after the usage, for a
 * UsageError; else 1.
 */
export function reportFailure(error: unknown, usage: string): 1 | 2 {
  const message = error instanceof Error ? error.message : String(error);
  const isUsage = error instanceof UsageError;
  process.stderr.write(isUsage ? `${message}\n\n${usage}` : `${message}\n`);
  return isUsage ? 2 : 1;
}

/** The fault itself; Node adds advice on several lines. */
function firstSentence(message: string): string {
  const [sentence = message] = message.split(/\.(?:\s|$)/);
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
