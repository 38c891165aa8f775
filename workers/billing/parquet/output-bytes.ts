/** Bytes that grow, and that are used again after they were read. */
export class OutputBytes {
  bytes = new Uint8Array(4096);
  length = 0;

  clear(): void {
    this.length = 0;
  }

  /** What was written; the next write may change it. */
  get written(): Uint8Array {
    return this.bytes.subarray(0, this.length);
  }

  /** Makes room; the room is written to directly. */
  reserve(count: number): void {
    const least = this.length + count;
    if (least > this.bytes.length) this.bytes = longer(this.bytes, least);
  }

  add(bytes: Uint8Array): void {
    this.reserve(bytes.length);
    this.bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** Adds bytes from one place to before another, without an object for them: they are few. */
  addPart(bytes: Uint8Array, start: number, end: number): void {
    this.reserve(end - start);
    const own = this.bytes;
    let to = this.length;
    for (let at = start; at < end; at += 1) own[to++] = bytes[at] ?? 0;
    this.length = to;
  }

  addByte(byte: number): void {
    this.reserve(1);
    this.bytes[this.length++] = byte;
  }

  /** Seven bits at a time, the lowest first. */
  addVarInt(value: number): void {
    let rest = value;
    for (; rest > 0x7f; rest >>>= 7) this.addByte((rest & 0x7f) | 0x80);
    this.addByte(rest);
  }
}

/** At least twice as long, so that each byte is moved once on average. */
export function longer(bytes: Uint8Array, least: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.max(2 * bytes.length, least));
  larger.set(bytes);
  return larger;
}
