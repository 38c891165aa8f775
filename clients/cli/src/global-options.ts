import { InvalidArgumentError, Option, type Command } from "commander";

/** Options of every command, besides the fields of its operation. */
export interface GlobalOptions {
  readonly profile?: string;
  readonly baseUrl?: string;
  /** What the official command line calls `baseUrl`. */
  readonly apiUrl?: string;
  readonly timeout?: number;
  readonly jsonErrors?: true;
}

function globalOptions(): Option[] {
  return [
    new Option("--profile <name>", "named credentials to use (GEOPERA_PROFILE)"),
    new Option(
      "--base-url <url>",
      "where the service is; also --api-url (GEOPERA_BASE_URL, GEOPERA_API_URL)",
    ),
    new Option("--api-url <url>", "the same as --base-url").hideHelp(),
    new Option("--timeout <seconds>", "how long a call may take with its retries").argParser(parseSeconds),
    new Option("--json-errors", "report failures as one line of JSON on stderr"),
  ];
}

/** Adds the options to the program or a command, except for flags that a field of the operation has taken. */
export function addGlobalOptions(command: Command): void {
  for (const option of globalOptions()) {
    const isTaken = command.options.some(({ long }) => long === option.long);
    if (!isTaken) command.addOption(isLeaf(command) ? option.helpGroup("Global options:") : option);
  }
}

/** The options before or after the command's words; `own` names flags of the operation. */
export function readGlobalOptions(command: Command, own: readonly string[] = []): GlobalOptions {
  const given = Object.entries(command.opts<Record<string, unknown>>()).filter(
    ([name]) => !own.includes(name),
  );
  let root = command;
  while (root.parent !== null) root = root.parent;
  const options = { ...root.opts<GlobalOptions>(), ...(Object.fromEntries(given) as GlobalOptions) };
  const baseUrl = options.baseUrl ?? options.apiUrl;
  return baseUrl === undefined ? options : { ...options, baseUrl };
}

function isLeaf(command: Command): boolean {
  return command.parent !== null;
}

function parseSeconds(text: string): number {
  const seconds = Number(text);
  if (!(seconds > 0)) throw new InvalidArgumentError("It must be a number of seconds above 0.");
  return seconds;
}
