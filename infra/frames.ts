import type { Duplex } from "node:stream";
import { deserialize, serialize } from "node:v8";

/*
 * Messages between processes, over a socket of their own: two lengths, the message, then the bytes that
 * belong to it. Bytes are written as they are and read into one buffer. Node's own channel copies them four
 * times, and leaves as much garbage.
 */

/** A message, and bytes that go with it. */
export interface Frame<Message> {
  readonly message: Message;
  readonly bodies: readonly Buffer[];
}

/**
 * What a message, and all bytes of a frame, may measure: what the other process says of them is not taken on
 * trust.
 */
const FRAME_BYTES_MAX = 512 * 1024 * 1024;
const HEAD_BYTES_MAX = 16 * 1024 * 1024;

/** The lengths of the head and of the bodies together. */
const LENGTHS_BYTES = 8;

/** Writes a frame in one go, without copying its bodies. */
export function writeFrame<Message>(stream: Duplex, { message, bodies }: Frame<Message>): void {
  const head = serialize([message, bodies.map((body) => body.length)]);
  const lengths = Buffer.allocUnsafe(LENGTHS_BYTES);
  lengths.writeUInt32LE(head.length, 0);
  lengths.writeUInt32LE(
    bodies.reduce((sum, body) => sum + body.length, 0),
    4,
  );
  stream.cork();
  for (const part of [lengths, head, ...bodies]) stream.write(part);
  stream.uncork();
}

/** Puts frames together from what arrives. */
export class FrameReader<Message> {
  readonly #hear: (frame: Frame<Message>) => void;
  readonly #lengths = Buffer.alloc(LENGTHS_BYTES);
  #head: Buffer = this.#lengths;
  #body: Buffer = this.#lengths;
  /** The part that is being filled: the lengths, the head, the bodies. */
  #part: Buffer = this.#lengths;
  #filled = 0;

  constructor(hear: (frame: Frame<Message>) => void) {
    this.#hear = hear;
  }

  /** Takes what has arrived; throws for what is no frame, after which nothing more can be read. */
  push(chunk: Buffer): void {
    let rest = chunk;
    while (rest.length > 0) {
      const taken = rest.copy(this.#part, this.#filled);
      rest = rest.subarray(taken);
      this.#filled += taken;
      while (this.#filled === this.#part.length) this.#next();
    }
  }

  #next(): void {
    this.#filled = 0;
    if (this.#part === this.#lengths) {
      this.#head = allocate(this.#lengths.readUInt32LE(0), HEAD_BYTES_MAX);
      this.#body = allocate(this.#lengths.readUInt32LE(4), FRAME_BYTES_MAX);
      this.#part = this.#head;
      return;
    }
    if (this.#part === this.#head && this.#body.length > 0) {
      this.#part = this.#body;
      return;
    }
    const frame = parseFrame<Message>(this.#head, this.#body);
    this.#part = this.#head = this.#body = this.#lengths;
    this.#hear(frame);
  }
}

function allocate(bytes: number, bytesMax: number): Buffer {
  if (bytes > bytesMax) throw new Error(`The other process claims a message of ${bytes} bytes.`);
  return Buffer.allocUnsafeSlow(bytes);
}

function parseFrame<Message>(head: Buffer, body: Buffer): Frame<Message> {
  const [message, lengths] = deserialize(head) as [Message, number[]];
  let from = 0;
  const bodies = lengths.map((length) => body.subarray(from, (from += length)));
  if (from !== body.length)
    throw new Error("The other process sent a message of another length than it said.");
  return { message, bodies };
}
