import type { Answer } from "../client/ask-json.ts";

/**
 * Opens a link with a password as it was typed or pasted. Outer white space comes from copying, so it is left
 * out first; a password that really has some is tried second. `open` is called with the password that it is.
 */
export async function openAsTyped<Value>(
  typed: string,
  open: (password: string) => Promise<Answer<Value>>,
): Promise<{ readonly password: string; readonly answer: Answer<Value> }> {
  const trimmed = typed.trim();
  if (trimmed === "" || trimmed === typed) return { password: typed, answer: await open(typed) };
  const answer = await open(trimmed);
  if (answer.ok || answer.status !== 401) return { password: trimmed, answer };
  return { password: typed, answer: await open(typed) };
}
