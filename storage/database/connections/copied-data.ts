import type { Socket } from "node:net";

/** The message of the protocol that holds copied data. */
const COPY_DATA = 0x64;

/** A message begins with its kind and its length, which counts itself. */
const HEADER_BYTES = 5;
const LENGTH_BYTES = 4;

/**
 * Finds copied data in what PostgreSQL sends, and moves it together within the bytes that it came in: there
 * is one message for each row. All other messages go on to the driver.
 */
export class CopiedData {
  readonly #onData: (bytes: Uint8Array) => void;
  readonly #onOther: (bytes: Buffer) => void;
  /** The beginning of a message whose header has not arrived whole. */
  #header = Buffer.alloc(0);
  /** Bytes of the current message that are still to come. */
  #left = 0;
  #isData = false;

  constructor(onData: (bytes: Uint8Array) => void, onOther: (bytes: Buffer) => void) {
    this.#onData = onData;
    this.#onOther = onOther;
  }

  /** Takes what arrived, which is changed. */
  read(arrived: Buffer): void {
    const bytes = this.#header.length === 0 ? arrived : Buffer.concat([this.#header, arrived]);
    this.#header = Buffer.alloc(0);
    let at = 0;
    // Copied data that was moved together and not handed on yet.
    let from = 0;
    let to = 0;
    const handOn = () => {
      if (to > from) this.#onData(bytes.subarray(from, to));
    };
    while (at < bytes.length) {
      let start = at;
      if (this.#left === 0) {
        if (bytes.length - at < HEADER_BYTES) break;
        this.#isData = bytes[at] === COPY_DATA;
        this.#left = bytes.readUInt32BE(at + 1) - LENGTH_BYTES;
        at += HEADER_BYTES;
      }
      const end = Math.min(at + this.#left, bytes.length);
      this.#left -= end - at;
      if (this.#isData) {
        if (to !== at) bytes.copyWithin(to, at, end);
        to += end - at;
      } else {
        handOn();
        // The driver may keep them.
        this.#onOther(Buffer.from(bytes.subarray(start, end)));
        start = end;
        from = end;
        to = end;
      }
      at = end;
    }
    handOn();
    if (at < bytes.length) this.#header = Buffer.from(bytes.subarray(at));
  }
}

/** Read ahead of the one that uses the data. */
const AHEAD_BYTES = 1024 * 1024;

/** Copied data as it comes, for one reader. */
export class CopyStream {
  readonly #socket: Socket;
  #pieces: Uint8Array[] = [];
  #bytes = 0;
  #isOver = false;
  #error: unknown;
  #wake: (() => void) | undefined;

  /**
   * From now on the driver no longer gets copied data. It makes objects for each row, which takes longer than
   * all that is done with the rows.
   */
  constructor(socket: Socket) {
    this.#socket = socket;
    const driver = socket.listeners("data") as ((bytes: Buffer) => void)[];
    socket.removeAllListeners("data");
    const data = new CopiedData(
      (bytes) => this.#add(bytes),
      (bytes) => {
        for (const read of driver) read.call(socket, bytes);
      },
    );
    socket.on("data", (bytes: Buffer) => data.read(bytes));
  }

  #add(bytes: Uint8Array): void {
    this.#pieces.push(bytes);
    this.#bytes += bytes.length;
    if (this.#bytes > AHEAD_BYTES) this.#socket.pause();
    this.#wake?.();
  }

  /** No more comes, because of an error or because all has come. */
  end(error?: unknown): void {
    this.#isOver = true;
    this.#error = error;
    this.#wake?.();
  }

  /** Calls back with what has come: nothing at the end. */
  next(resolve: (pieces: readonly Uint8Array[]) => void, reject: (error: unknown) => void): void {
    const look = () => {
      if (this.#error !== undefined) reject(this.#error);
      else if (this.#pieces.length > 0 || this.#isOver) resolve(this.#take());
      else return;
      this.#wake = undefined;
    };
    this.#wake = look;
    look();
  }

  #take(): Uint8Array[] {
    const pieces = this.#pieces;
    this.#pieces = [];
    this.#bytes = 0;
    this.#socket.resume();
    return pieces;
  }
}
