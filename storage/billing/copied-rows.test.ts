import { expect, test } from "vitest";
import { copiedRows } from "./copied-rows.ts";

async function* inPieces(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

test.each([1, 2, 3, 7, 1_000])(
  "rows are read whole, however they arrive (%i bytes at once)",
  async (size) => {
    const text =
      String.raw`a${"\t"}\N${"\t"}ü€😀` + "\n" + String.raw`\\N${"\t"}x\ty\nz\r\b${"\t"}` + "\n1\t2\t3\n";
    const batches: unknown[] = [];
    for await (const batch of copiedRows(inPieces(text, size), 2)) batches.push(batch);
    expect(batches).toEqual([
      [
        ["a", null, "ü€😀"],
        [String.raw`\N`, "x\ty\nz\r\b", ""],
      ],
      [["1", "2", "3"]],
    ]);
  },
);
