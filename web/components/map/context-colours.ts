/** The colours of lines and names over the data. */
export interface ContextColours {
  readonly line: string;
  readonly text: string;
  readonly halo: string;
}

/** Those of the page, which follow light and dark. */
export function contextColours(): ContextColours {
  const style = getComputedStyle(document.documentElement);
  const read = (name: string) => style.getPropertyValue(name).trim();
  return { line: read("--context-line"), text: read("--context-text"), halo: read("--context-halo") };
}
