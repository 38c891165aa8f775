import { describe, expect, test } from "vitest";
import { AddressRules, isAddressRange } from "./public-address.ts";

const rules = new AddressRules([]);

describe("what requests to customers' endpoints may reach", () => {
  test.each(["93.184.216.34", "8.8.8.8", "172.32.0.1", "2606:2800:220:1::1", "::ffff:8.8.8.8"])(
    "a public address: %s",
    (address) => expect(rules.allows(address)).toBe(true),
  );

  test.each([
    "127.0.0.1",
    "127.9.9.9",
    "0.0.0.0",
    "10.0.0.1",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "169.254.169.254",
    "168.63.129.16",
    "100.64.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "fe80::1",
    "fd00::1",
    "fc00::1",
    "ff02::1",
    "fd00:ec2::254",
    "::ffff:127.0.0.1",
    "::ffff:7f00:1",
    "0:0:0:0:0:ffff:a9fe:a9fe",
    "::127.0.0.1",
    "64:ff9b::7f00:1",
    "2002:7f00:1::",
    "2001:0:7f00:1::",
    "fe80::1%eth0",
    "localhost",
    "",
  ])("never %s", (address) => expect(rules.allows(address)).toBe(false));

  test("a range that the operator allows, also as mapped addresses", () => {
    const allowing = new AddressRules(["10.1.0.0/16", "fd00::/8"]);
    expect(["10.1.2.3", "::ffff:10.1.2.3", "fd12::1"].map((each) => allowing.allows(each))).toEqual([
      true,
      true,
      true,
    ]);
    expect(["10.2.0.1", "::1"].map((each) => allowing.allows(each))).toEqual([false, false]);
  });
});

test("ranges are an address and a length", () => {
  expect(["10.0.0.0/8", "fd00::/8"].filter(isAddressRange)).toHaveLength(2);
  expect(
    ["10.0.0.0", "10.0.0.0/33", "fd00::/129", "a/8", "10.0.0.0/8/8", "/8"].filter(isAddressRange),
  ).toEqual([]);
});
