import { escapeXml } from "../xml.ts";

/** Distinct texts that a map names beside its pictures; the last words say when there are more. */
const TEXTS_MAX = 20;

/**
 * The attribution of what is drawn, as TileJSON has it: HTML, which map clients insert into their page. The
 * owners' texts are plain and become text of that page, never its elements. Undefined when there is none.
 */
export function attributionHtml(texts: readonly (string | null | undefined)[]): string | undefined {
  const distinct = [...new Set(texts.flatMap((text) => (text?.trim() ? [text.trim()] : [])))];
  if (distinct.length === 0) return undefined;
  const shown = distinct.slice(0, TEXTS_MAX).map(escapeXml);
  const more = distinct.length - shown.length;
  return [...shown, ...(more > 0 ? [`and ${more} more`] : [])].join(" | ");
}
