import type { DataTile } from "./data-tile.ts";
import { DATA_TYPES } from "./layout.ts";

/** NumPy pads its header so that the values start at a multiple of this. */
const ALIGNMENT_BYTES = 64;

/**
 * NumPy's format 1.0: an array of bands by rows and columns, with a mask from 0 to 255 as the last band. An
 * array has one type, so the mask has the type of the bands.
 */
export function encodeNpy({ layout, size, bands, opacity }: DataTile): Buffer {
  const type = DATA_TYPES[layout.dataType];
  const shape = `(${bands.length + 1}, ${size}, ${size})`;
  const header = `{'descr': '${type.numpy}', 'fortran_order': False, 'shape': ${shape}, }`;
  const magic = Buffer.from("\x93NUMPY\x01\x00\x00\x00", "latin1");
  const padding = ALIGNMENT_BYTES - ((magic.length + header.length + 1) % ALIGNMENT_BYTES);
  const text = Buffer.from(`${header}${" ".repeat(padding)}\n`, "latin1");
  magic.writeUInt16LE(text.length, magic.length - 2);
  const mask = type.array.from(opacity);
  const planes = [...bands, mask].map((plane) =>
    Buffer.from(plane.buffer, plane.byteOffset, plane.byteLength),
  );
  return Buffer.concat([magic, text, ...planes]);
}
