/** Whether PostgreSQL can store a text: it takes well-formed Unicode without NUL. */
export function isStorableText(text: string): boolean {
  return !text.includes("\0") && text.isWellFormed();
}
