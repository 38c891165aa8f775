import { expect, test } from "vitest";
import { endpointFault, headersFault } from "./endpoint-url.ts";

test("endpoints are https URLs without user and fragment", () => {
  const fault = (url: string) => endpointFault(url, { allowsHttp: false });
  expect(fault("https://example.org/hooks?a=b")).toBeUndefined();
  for (const url of [
    "http://example.org",
    "ftp://example.org",
    "nope",
    "https://a:b@example.org",
    "https://a/#b",
  ]) {
    expect(fault(url), url).toBeTypeOf("string");
  }
  expect(endpointFault("http://example.org", { allowsHttp: true })).toBeUndefined();
});

test("headers cannot name another host, forge signatures or end a line", () => {
  expect(headersFault({ authorization: "Bearer x", "x-team": "maps" })).toBeUndefined();
  for (const headers of [
    { Host: "a" },
    { "webhook-id": "a" },
    { "content-length": "1" },
    { "a b": "c" },
    { a: "b\r\nc: d" },
  ]) {
    expect(headersFault(headers), JSON.stringify(headers)).toBeTypeOf("string");
  }
});
