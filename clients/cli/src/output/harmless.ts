/**
 * What comes from a service must not steer a terminal: control characters, and those that turn the direction
 * of writing, which can make one name look like another. Lines and tabs stay.
 */
// eslint-disable-next-line no-control-regex
const STEERING = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** A text as a terminal may show it: steering characters as escapes, in JSON still the same value. */
export function harmless(text: string): string {
  return text.replaceAll(
    STEERING,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

const BREAKING = new RegExp(`(?:[\\n\\t]|${STEERING.source})+`, "g");

/** A text in one line, with a space for what would break or steer it. */
export function oneLine(text: string): string {
  return text.replaceAll(BREAKING, " ");
}
