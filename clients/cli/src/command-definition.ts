/** An operation as a command. */
export interface CommandDefinition {
  /** Dotted; each part is one word of the command. */
  readonly id: string;
  readonly summary: string;
  readonly scope: string;
  readonly answer: "json" | "bytes";
  /** Whether it answers one tile for `z`, `x` and `y`, so that many can be fetched by area. */
  readonly isTile: boolean;
  /** Whether its effect cannot be taken back, so that people are asked first. */
  readonly destroys?: true;
  /** The field of its answer that is a list with pages. */
  readonly rows?: string;
  /** An input, for the help. */
  readonly example?: Readonly<Record<string, unknown>>;
  readonly flags: readonly FlagDefinition[];
}

/** A field of an operation's input as a flag. */
export interface FlagDefinition {
  readonly field: string;
  /** Without the dashes before it. */
  readonly flag: string;
  readonly required: boolean;
  /** How the flag's text becomes a value. */
  readonly value: "string" | "integer" | "number" | "boolean" | "strings" | "numbers" | "json";
  readonly choices?: readonly string[];
  /** Values to choose from, where others are taken, too. */
  readonly known?: readonly string[];
  /** A time, as RFC 3339 or relative to now. */
  readonly isTime?: true;
  readonly description?: string;
  /** The server's default. */
  readonly preset?: unknown;
}
