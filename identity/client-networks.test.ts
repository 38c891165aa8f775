import { expect, test } from "vitest";
import { clientNetworks, neighbourhood } from "./client-networks.ts";

test.each([
  ["203.0.113.7", "203.0.113.7"],
  ["::ffff:203.0.113.7", "203.0.113.7"],
  ["2001:db8::1", "2001:db8:0:0::/64"],
  ["2001:0DB8:0:0:ffff:1:2:3", "2001:db8:0:0::/64"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:db8:1::6", "2001:db8:1:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["64:ff9b::192.0.2.1", "64:ff9b:0:0::/64"],
  ["2001:db8:1:2:3:4:192.0.2.1", "2001:db8:1:2::/64"],
  ["unknown", "unknown"],
])("%s is of %s", (address, network) => {
  expect(clientNetworks(address)[0].name).toBe(network);
});

test("IPv6 is summed by /64, /56 and /48, with growing allowances; IPv4 by address alone", () => {
  expect(clientNetworks("2001:db8:1:abcd::1")).toEqual([
    { name: "2001:db8:1:abcd::/64", share: 1 },
    { name: "2001:db8:1:ab00::/56", share: 2 },
    { name: "2001:db8:1::/48", share: 4 },
  ]);
  expect(clientNetworks("203.0.113.7")).toEqual([{ name: "203.0.113.7", share: 1 }]);
});

test("neighbours are those of a /24 or a /48", () => {
  expect(neighbourhood("203.0.113.7")).toBe("203.0.113.0/24");
  expect(neighbourhood("::ffff:203.0.113.7")).toBe("203.0.113.0/24");
  expect(neighbourhood("2001:db8:1:2::1")).toBe("2001:db8:1::/48");
});
