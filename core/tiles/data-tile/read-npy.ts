import { DATA_TYPES } from "./layout.ts";

const LENGTH_AT = 8;
const HEADER_AT = 10;

/** The values of one pixel in an array of `encodeNpy`: each band, then the mask from 0 to 255. */
export function npyPixel(npy: Buffer, column: number, row: number): number[] {
  const begin = HEADER_AT + npy.readUInt16LE(LENGTH_AT);
  const header = npy.toString("latin1", HEADER_AT, begin);
  const [, name] = /'descr': '([^']+)'/.exec(header) ?? [];
  const [, planes, rows, columns] = /\((\d+), (\d+), (\d+)\)/.exec(header)?.map(Number) ?? [];
  const type = Object.values(DATA_TYPES).find(({ numpy }) => numpy === name);
  if (type === undefined || planes === undefined || rows === undefined || columns === undefined) {
    throw new Error("not an array of a data tile");
  }
  const bytes = type.bits / 8;
  return Array.from({ length: planes }, (_, plane) => {
    const at = begin + ((plane * rows + row) * columns + column) * bytes;
    const copy = new Uint8Array(npy.subarray(at, at + bytes));
    return new type.array(copy.buffer)[0] ?? NaN;
  });
}
