import { Duplex } from "node:stream";
import { expect, test } from "vitest";
import { FrameReader, writeFrame, type Frame } from "./frames.ts";

/** What goes over the wire for some frames. */
async function written(...frames: Frame<unknown>[]): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const wire = new Duplex({
    read: () => undefined,
    write: (chunk: Buffer, _encoding, done) => {
      chunks.push(chunk);
      done();
    },
  });
  for (const frame of frames) writeFrame(wire, frame);
  await new Promise<void>((resolve) => wire.end(resolve));
  return Buffer.concat(chunks);
}

function readIn(bytes: Buffer, chunkBytes: number): Frame<unknown>[] {
  const frames: Frame<unknown>[] = [];
  const reader = new FrameReader((frame) => frames.push(frame));
  for (let at = 0; at < bytes.length; at += chunkBytes) reader.push(bytes.subarray(at, at + chunkBytes));
  return frames;
}

const lengths = (head: number, bodies: number) => {
  const buffer = Buffer.alloc(8);
  buffer.writeUInt32LE(head, 0);
  buffer.writeUInt32LE(bodies, 4);
  return buffer;
};

const frames = [
  {
    message: { nodata: NaN, name: "é" },
    bodies: [Buffer.from([1, 2, 3]), Buffer.alloc(0), Buffer.from([4])],
  },
  { message: null, bodies: [] },
  { message: [undefined], bodies: [Buffer.alloc(100_000, 7)] },
];

test.each([1, 7, 65_536, 1_000_000])(
  "frames arrive as they were sent, in chunks of %i bytes",
  async (size) => {
    expect(readIn(await written(...frames), size)).toEqual(frames);
  },
);

test.each([
  { what: "message", head: 2 ** 32 - 1, bodies: 0 },
  { what: "bytes", head: 10, bodies: 2 ** 32 - 1 },
])("a process that claims gigabytes of $what is not believed", ({ head, bodies }) => {
  expect(() => readIn(lengths(head, bodies), 8)).toThrow("claims a message of 4294967295 bytes");
});

test("bytes of another length than the message says are refused", async () => {
  const [frame] = [await written({ message: "tiles", bodies: [Buffer.alloc(10)] })];
  const headBytes = frame.readUInt32LE(0);
  const forged = Buffer.concat([lengths(headBytes, 20), frame.subarray(8), Buffer.alloc(10)]);
  expect(() => readIn(forged, 65_536)).toThrow("another length");
});

test("what is no message is refused", () => {
  expect(() => readIn(Buffer.concat([lengths(4, 0), Buffer.from("oops")]), 12)).toThrow();
  expect(() => readIn(lengths(0, 0), 8)).toThrow();
});
