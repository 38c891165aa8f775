/** A way to draw a WMTS layer: a profile, or the default one. */
export interface WmtsStyle {
  readonly identifier: string;
  readonly title: string;
  /** The URL of its legend as PNG. */
  readonly legendUrl?: string;
}

/** What requests call the default style. */
export const DEFAULT_STYLE = "default";

/** How many styles a layer has at most; clients show them in a list. */
const STYLES_MAX = 50;

/** A name that needs no escape in a URL, because clients put it into templates as it is. */
function styleIdentifier(name: string): string {
  const plain = name.normalize("NFKD").replaceAll(/[^A-Za-z0-9]+/g, "-");
  return plain.replaceAll(/^-+|-+$/g, "").slice(0, 60);
}

/** The styles of a layer by the names of its profiles, the default one first. */
export function wmtsStyles(
  names: readonly string[],
  legendUrlOf: (identifier: string) => string,
): WmtsStyle[] {
  const styles = new Map<string, WmtsStyle>();
  for (const name of [DEFAULT_STYLE, ...names]) {
    const identifier = styleIdentifier(name);
    if (identifier === "" || styles.has(identifier) || styles.size >= STYLES_MAX) continue;
    styles.set(identifier, { identifier, title: name, legendUrl: legendUrlOf(identifier) });
  }
  return [...styles.values()];
}

/**
 * The profile that a request's style names, by its identifier or its own name: empty for the default style,
 * undefined for an unknown one.
 */
export function profileOfStyle(style: string | undefined, names: readonly string[]): string | undefined {
  if (style === undefined || style === "" || style === DEFAULT_STYLE) return "";
  return names.find((name) => name === style) ?? names.find((name) => styleIdentifier(name) === style);
}
