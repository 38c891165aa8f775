import { expect, test } from "vitest";
import { binaryCopy } from "../../test/support/binary-copy.ts";
import { copiedRows, type FieldReader } from "./copied-rows.ts";

class Texts implements FieldReader {
  readonly values: (string | null)[] = [];
  add(bytes: Uint8Array, start: number, length: number): void {
    this.values.push(Buffer.from(bytes.subarray(start, start + length)).toString());
  }
  addNull(): void {
    this.values.push(null);
  }
}

const ROWS = [
  ["a", null, "ü€😀"],
  ["", "x\ty\nz", null],
  ["1", "2", "3"],
] as const;

test.each([1, 2, 3, 7, 1_000])(
  "rows are read whole, however they arrive (%i bytes at once)",
  async (size) => {
    const readers = [new Texts(), new Texts(), new Texts()];
    const batches: number[] = [];
    for await (const rows of copiedRows(binaryCopy(["text", "text", "text"], ROWS, size), readers, 2)) {
      batches.push(rows);
    }
    expect(batches).toEqual([2, 1]);
    expect(readers.map(({ values }) => values)).toEqual([
      ["a", "", "1"],
      [null, "x\ty\nz", "2"],
      ["ü€😀", null, "3"],
    ]);
  },
);

test("a copy that ends early is an error, and so is one of another form", async () => {
  const bytes: Uint8Array[] = [];
  for await (const piece of binaryCopy(["text"], [["a"], ["b"]])) bytes.push(piece);
  const whole = Buffer.concat(bytes);
  const read = async (sent: Uint8Array, fields: number) => {
    const pieces = (async function* () {
      yield await Promise.resolve(sent);
    })();
    const readers = Array.from({ length: fields }, () => new Texts());
    for await (const _rows of copiedRows(pieces, readers, 10)) continue;
  };
  await expect(read(whole, 1)).resolves.toBeUndefined();
  for (let end = 0; end < whole.length; end += 1) {
    await expect(read(Buffer.from(whole.subarray(0, end)), 1)).rejects.toThrow("no whole copy");
  }
  await expect(read(whole, 2)).rejects.toThrow("1 fields instead of 2");
  await expect(read(Buffer.from("a\tb\n".repeat(20)), 1)).rejects.toThrow("no binary copy");
});
