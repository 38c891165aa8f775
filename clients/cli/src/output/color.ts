/** Whether a stream gets colour: https://no-color.org, FORCE_COLOR, and terminals that have none. */
export function hasColor(env: Readonly<Record<string, string | undefined>>, isTerminal: boolean): boolean {
  if ((env["NO_COLOR"] ?? "") !== "") return false;
  const force = env["FORCE_COLOR"];
  if (force !== undefined) return force !== "0" && force !== "false";
  return isTerminal && env["TERM"] !== "dumb";
}

/** JSON with its names in colour. */
export function colorJson(text: string): string {
  return text.replaceAll(/^(\s*)("(?:[^"\\]|\\.)*")(:)/gm, "$1\u001b[36m$2\u001b[39m$3");
}

/** A text in red. */
export function red(text: string): string {
  return `\u001b[31m${text}\u001b[39m`;
}
