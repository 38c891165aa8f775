/** An array of NumPy's format. */
export interface NpyArray {
  readonly type: string;
  readonly shape: readonly number[];
  /** The bytes of one band. */
  readonly plane: (index: number) => Buffer;
}

/** Parses an array by its header; throws without one.  */
export function readNpy(bytes: Buffer): NpyArray {
  if (bytes.toString("latin1", 0, 8) !== "\x93NUMPY\x01\x00") throw new Error("not NumPy's format 1.0");
  const start = 10 + bytes.readUInt16LE(8);
  const header = bytes.toString("latin1", 10, start);
  const type = /'descr': '([^']+)'/.exec(header)![1]!;
  const shape = /\(([\d, ]+)\)/.exec(header)![1]!.split(",").map(Number);
  const planeBytes = shape[1]! * shape[2]! * Number(type.slice(2));
  const plane = (index: number) =>
    Buffer.from(bytes.subarray(start + index * planeBytes, start + (index + 1) * planeBytes));
  return { type, shape, plane };
}
