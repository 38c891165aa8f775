import type { FieldForm } from "../../storage/billing/field-forms.ts";

const HEAD = Buffer.concat([Buffer.from("PGCOPY\n\u{ff}\r\n\0", "latin1"), Buffer.alloc(8)]);
const END = Buffer.from([0xff, 0xff]);
const NULL = Buffer.from([0xff, 0xff, 0xff, 0xff]);

/** Rows of texts as `copy … to stdout (format binary)` sends them, in pieces of a size. */
export async function* binaryCopy(
  forms: readonly FieldForm[],
  rows: Iterable<readonly (string | null)[]>,
  pieceBytes = 65_536,
): AsyncGenerator<Uint8Array> {
  let parts: Buffer[] = [HEAD];
  let length = HEAD.length;
  for (const row of rows) {
    const bytes = rowBytes(forms, row);
    parts.push(bytes);
    length += bytes.length;
    if (length < pieceBytes) continue;
    yield* piecesOf(Buffer.concat(parts), pieceBytes);
    parts = [];
    length = 0;
  }
  yield* piecesOf(Buffer.concat([...parts, END]), pieceBytes);
}

function* piecesOf(bytes: Buffer, size: number): Generator<Buffer> {
  for (let start = 0; start < bytes.length; start += size) {
    yield Buffer.from(bytes.subarray(start, start + size));
  }
}

function rowBytes(forms: readonly FieldForm[], row: readonly (string | null)[]): Buffer {
  const count = Buffer.alloc(2);
  count.writeInt16BE(forms.length);
  return Buffer.concat([count, ...forms.map((form, index) => fieldBytes(form, row[index] ?? null))]);
}

function fieldBytes(form: FieldForm, text: string | null): Buffer {
  if (text === null) return NULL;
  const value = valueBytes(form, text);
  const length = Buffer.alloc(4);
  length.writeInt32BE(value.length);
  return Buffer.concat([length, value]);
}

function valueBytes(form: FieldForm, text: string): Buffer {
  switch (form) {
    case "text":
    case "time text":
      return Buffer.from(text);
    case "uuid":
      return Buffer.from(text.replaceAll("-", ""), "hex");
    case "integer":
      return int64(BigInt(text));
    case "time":
      return int64((BigInt(Date.parse(text)) - 946_684_800_000n) * 1000n);
    case "decimal":
      return numeric(text);
  }
}

function int64(value: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64BE(value);
  return bytes;
}

/** PostgreSQL's `numeric`: digits of base 10,000 without zeros at either end. */
function numeric(text: string): Buffer {
  const [whole = "", fraction = ""] = text.replace("-", "").split(".");
  const before = whole.padStart(Math.ceil(whole.length / 4) * 4, "0");
  const after = fraction.padEnd(Math.ceil(fraction.length / 4) * 4, "0");
  const digits = (before + after).match(/.{4}/g)?.map(Number) ?? [];
  let weight = before.length / 4 - 1;
  while (digits[0] === 0) {
    digits.shift();
    weight -= 1;
  }
  while (digits.at(-1) === 0) digits.pop();
  const sign = text.startsWith("-") && digits.length > 0 ? 0x4000 : 0;
  const head = [digits.length, digits.length === 0 ? 0 : weight, sign, fraction.length];
  const bytes = Buffer.alloc(2 * (head.length + digits.length));
  for (const [index, each] of [...head, ...digits].entries()) bytes.writeUInt16BE(each & 0xffff, 2 * index);
  return bytes;
}
