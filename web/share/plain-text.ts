/** The words of an attribution: TileJSON allows HTML in it. */
export function plainText(html: string | undefined): string | undefined {
  if (!html) return undefined;
  return new DOMParser().parseFromString(html, "text/html").body.textContent ?? undefined;
}
