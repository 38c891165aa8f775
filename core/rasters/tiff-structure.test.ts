import { describe, expect, test } from "vitest";
import {
  directoryBytes,
  directoryChain,
  headerBytes,
  rasterEntries,
  type Entry,
  type TiffForm,
} from "../../test/support/tiff-bytes.ts";
import { findStructureFault, STRUCTURE_LIMITS } from "./tiff-structure.ts";

const FORMS: readonly (readonly [string, TiffForm])[] = [
  ["classic, little endian", {}],
  ["classic, big endian", { littleEndian: false }],
  ["BigTIFF, little endian", { isBig: true }],
  ["BigTIFF, big endian", { isBig: true, littleEndian: false }],
];

/** What is found in bytes, and what looking cost. */
async function lookInto(bytes: Uint8Array) {
  const cost = { reads: 0, bytes: 0 };
  const fault = await findStructureFault((offset, length) => {
    cost.reads += 1;
    cost.bytes += length;
    return Promise.resolve(bytes.subarray(offset, offset + length));
  }, bytes.length);
  return { message: fault?.message ?? "sound", code: fault?.code, cost };
}

function raster(changes: Readonly<Record<number, Entry>> = {}, form: TiffForm = {}, next = 0): Buffer {
  const head = headerBytes(form);
  const place = head.length + directoryBytes(rasterEntries(0, changes), 0, form).length;
  const directory = directoryBytes(rasterEntries(place, changes), next, form);
  return Buffer.concat([head, directory, Buffer.alloc(256)]);
}

describe.each(FORMS)("the structure of a TIFF (%s)", (_name, form) => {
  test("is sound when every value and block lies in the file", async () => {
    expect(await lookInto(raster({}, form))).toMatchObject({ message: "sound", cost: { reads: 1 } });
  });

  test("ends too early, by the bytes that are named", async () => {
    const whole = raster({ 259: [259, 3, 1, 8] }, form);
    const { message } = await lookInto(whole.subarray(0, whole.length - 100));
    expect(message).toMatch(/^The file ends 100 bytes too early.* Upload it again in full\.$/);
  });

  test("names a directory beyond the end of the file", async () => {
    const { message } = await lookInto(raster({}, form, 1_000_000));
    expect(message).toMatch(/^The file ends \d+ bytes too early/);
  });

  test("counts all bands of an interleaved block", async () => {
    const changes: Record<number, Entry> = {
      259: [259, 3, 1, 8],
      277: [277, 3, 1, 30],
      322: [322, 4, 1, 8192],
      323: [323, 4, 1, 8192],
    };
    const { message, code } = await lookInto(raster(changes, form));
    expect(code).toBe("block_too_large");
    expect(message).toContain("8192 x 8192 pixels of 30 bands (1920 MiB)");
    expect(await lookInto(raster({ ...changes, 284: [284, 3, 1, 2] }, form))).toMatchObject({
      message: "sound",
    });
  });
});

test.each([
  ["a chain of 200,000 directories", directoryChain(200_000), "more than 256 directories"],
  ["a chain that returns to its start", directoryChain(3, 8), "lead back to byte 8"],
  ["a sub-directory that is its own parent", raster({ 330: [330, 4, 1, 8] }), "lead back to byte 8"],
  ["a list of four thousand million blocks", raster({ 273: [273, 4, 4_000_000_000, 8] }), "bytes too early"],
  ["no directory", Buffer.from("II*\0\0\0\0\0", "latin1"), "no directory"],
  ["a raster without width", raster({ 256: [256, 4, 1, 0] }), "declares no pixels"],
  ["a directory of 65,535 entries", Buffer.from("II*\0\x08\0\0\0\xff\xff", "latin1"), "claims 65535 entries"],
  ["a PNG", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), "not a readable GeoTIFF"],
  ["nothing", Buffer.alloc(0), "not a readable GeoTIFF"],
])("%s is refused after few reads", async (_name, bytes, words) => {
  const { message, cost } = await lookInto(bytes);
  expect(message).toContain(words);
  expect(cost.reads).toBeLessThanOrEqual(STRUCTURE_LIMITS.readsMax);
  expect(cost.bytes).toBeLessThan(2 ** 20);
});

test("directories spread over a large file cost a bounded number of reads", async () => {
  const spread = Buffer.alloc(64 * 2 ** 20);
  headerBytes().copy(spread);
  const step = 200_000;
  for (let index = 0; index < 300; index++) {
    const place = index === 0 ? 8 : index * step;
    directoryBytes(rasterEntries(place + 1000), (index + 1) * step).copy(spread, place);
  }
  const { message, cost } = await lookInto(spread);
  expect(message).toContain("more than 256 directories");
  expect(cost.reads).toBeLessThanOrEqual(STRUCTURE_LIMITS.readsMax);
});
