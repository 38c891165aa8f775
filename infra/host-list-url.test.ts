import { expect, test } from "vitest";
import { hostsOf, parseHostListUrl } from "./host-list-url.ts";

test("a URL may name several hosts, each with a port of its own or none", () => {
  expect(parseHostListUrl("redis://ops:p%40ss@a:26379,b,[::1]:7/0?x=1")).toMatchObject({
    protocol: "redis:",
    username: "ops",
    password: "p@ss",
    hosts: [
      { host: "a", port: 26379 },
      { host: "b", port: undefined },
      { host: "::1", port: 7 },
    ],
    pathname: "/0",
  });
  expect(parseHostListUrl("postgresql://db/geopera")?.hosts).toEqual([{ host: "db", port: undefined }]);
});

test.each(["", "a", "redis://", "redis://a,,b", "redis://a:port", "redis://a:1,b:99999", "redis://:p%@a"])(
  "%j is no URL of hosts",
  (text) => {
    expect(parseHostListUrl(text)).toBeUndefined();
  },
);

test("messages name the hosts without the password", () => {
  expect(hostsOf("redis://:secret@a:1,b:2/0")).toBe("a:1,b:2");
});
