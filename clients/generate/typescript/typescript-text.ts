/** The first line of every generated TypeScript file. */
export const GENERATED_NOTE =
  "// Generated from docs/openapi.json by `npm run clients`; changes here are lost.\n";

/** A one-line documentation comment. */
export function jsDoc(text: string): string {
  return `/** ${text.replaceAll("*/", "* /")} */`;
}

/** Text moved to the right by steps of two spaces. */
export function indent(text: string, steps = 1): string {
  return text.replaceAll(/^(?=.)/gm, "  ".repeat(steps));
}
