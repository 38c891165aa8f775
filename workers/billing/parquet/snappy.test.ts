import { snappyUncompress } from "hyparquet";
import { snappyCompress } from "hyparquet-writer/src/snappy.js";
import { expect, test } from "vitest";
import { OutputBytes } from "./output-bytes.ts";
import { SnappyCompressor } from "./snappy.ts";

/** Bytes that repeat more or less, the same in every run. */
function* inputs(): Generator<Uint8Array> {
  let seed = 7;
  const random = (below: number) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  for (let length = 0; length < 70; length += 1) {
    yield new Uint8Array(length);
    yield Uint8Array.from({ length }, () => random(3));
    yield Uint8Array.from({ length }, () => random(256));
  }
  for (const length of [255, 4_096, 70_001, 300_000]) {
    yield new Uint8Array(length);
    for (const kinds of [2, 20, 256]) yield Uint8Array.from({ length }, () => random(kinds));
    const words = Array.from({ length: 50 }, () => `${random(1e9).toString(36)}-${"ab".repeat(random(90))}`);
    let text = "";
    while (text.length < length) text += words[random(words.length)];
    yield Buffer.from(text);
  }
}

test("the compressed bytes are those of hyparquet-writer, and say what they should", () => {
  const compressor = new SnappyCompressor();
  const output = new OutputBytes();
  for (const input of inputs()) {
    output.clear();
    compressor.compress(input, output);
    expect(Buffer.compare(output.written, snappyCompress(input)), `${input.length} bytes`).toBe(0);
    const said = new Uint8Array(input.length);
    if (input.length > 0) snappyUncompress(output.written, said);
    expect(Buffer.compare(said, input)).toBe(0);
  }
});
