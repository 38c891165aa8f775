import { expect, test } from "vitest";
import { copiedColumns } from "./copied-columns.ts";

async function* inPieces(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

test.each([1, 2, 3, 7, 1_000])(
  "columns are read whole, however they arrive (%i bytes at once)",
  async (size) => {
    const text =
      String.raw`a${"\t"}\N${"\t"}ü€😀` + "\n" + String.raw`\\N${"\t"}x\ty\nz\r\b${"\t"}` + "\n1\t2\t3\n";
    const batches: unknown[] = [];
    for await (const batch of copiedColumns(inPieces(text, size), 3, 2)) batches.push(batch);
    expect(batches).toEqual([
      [
        ["a", String.raw`\N`],
        [null, "x\ty\nz\r\b"],
        ["ü€😀", ""],
      ],
      [["1"], ["2"], ["3"]],
    ]);
  },
);
