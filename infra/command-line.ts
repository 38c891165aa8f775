import { parseArgs, type ParseArgsConfig } from "node:util";

/** A command that was typed in a wrong way; the message is one line for the person. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** Reads arguments as `parseArgs` of node:util does; throws a UsageError for those the configuration does not allow. */
export function parseCommandLine<Config extends ParseArgsConfig>(
  config: Config,
): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new UsageError(firstSentence((error as Error).message));
  }
}

/** Tells the person at the terminal why a program ends; answers the exit code: 2 with the usage for a UsageError, else 1. */
export function reportFailure(error: unknown, usage: string): 1 | 2 {
  const message = error instanceof Error ? error.message : String(error);
  const isUsage = error instanceof UsageError;
  process.stderr.write(isUsage ? `${message}\n\n${usage}` : `${message}\n`);
  return isUsage ? 2 : 1;
}

/** What is wrong; Node goes on with advice on several lines. */
function firstSentence(message: string): string {
  const [sentence = message] = message.split(/\.(?:\s|$)/);
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
