/** Where PNG's header says its colour type, and where the chunks after the header begin. */
const COLOR_TYPE_AT = 25;
const CHUNKS_AT = 33;

const INDEXED = 3;

/**
 * Whether every pixel of a PNG is opaque, by its header: our encoder writes opacity only where a pixel has
 * some.
 */
export function isOpaquePng(png: Buffer): boolean {
  const colorType = png[COLOR_TYPE_AT];
  if (colorType !== INDEXED) return colorType === 0 || colorType === 2;
  for (let at = CHUNKS_AT; at + 8 <= png.length; at += 12 + png.readUInt32BE(at)) {
    const type = png.toString("latin1", at + 4, at + 8);
    if (type === "tRNS") return false;
    if (type === "IDAT") break;
  }
  return true;
}
