/** Bytes of a file from an offset; fewer only where the file ends. */
export type ReadRange = (offset: number, length: number) => Promise<Uint8Array>;

const WINDOW_BYTES = 65_536;
const WINDOWS_KEPT = 8;

/** Reads a file in few pieces: neighbouring values come from one read. */
export interface WindowReader {
  /** The bytes of a range; undefined when it leaves the file, or when the budget of reads is used up. */
  view(offset: number, length: number): Promise<DataView | undefined>;
  /** Reads that are left. */
  readonly readsLeft: number;
}

/** A reader of a file of `fileBytes` that reads `readsMax` times at most. */
export function createWindowReader(read: ReadRange, fileBytes: number, readsMax: number): WindowReader {
  const windows = new Map<number, Uint8Array>();
  let readsLeft = readsMax;
  const load = async (offset: number, length: number): Promise<Uint8Array | undefined> => {
    if (readsLeft === 0) return undefined;
    readsLeft -= 1;
    return await read(offset, Math.min(length, fileBytes - offset));
  };
  const windowAt = async (start: number): Promise<Uint8Array | undefined> => {
    const known = windows.get(start);
    if (known) return known;
    const loaded = await load(start, WINDOW_BYTES);
    const [oldest] = windows.keys();
    if (windows.size >= WINDOWS_KEPT && oldest !== undefined) windows.delete(oldest);
    if (loaded) windows.set(start, loaded);
    return loaded;
  };
  return {
    async view(offset, length) {
      if (!(offset >= 0 && offset + length <= fileBytes)) return undefined;
      const start = Math.floor(offset / WINDOW_BYTES) * WINDOW_BYTES;
      const isInside = offset + length <= start + WINDOW_BYTES;
      const bytes = isInside ? await windowAt(start) : await load(offset, length);
      const at = isInside ? offset - start : 0;
      return bytes && bytes.byteLength >= at + length
        ? new DataView(bytes.buffer, bytes.byteOffset + at, length)
        : undefined;
    },
    get readsLeft() {
      return readsLeft;
    },
  };
}
