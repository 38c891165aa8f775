import { BlockList, isIP } from "node:net";

/** Everything that is not a public unicast address: IANA's special-purpose registries (RFC 6890). */
const SPECIAL_IPV4 = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.31.196.0/24",
  "192.52.193.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "192.175.48.0/24",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/4",
  "240.0.0.0/4",
  // Not special, but where a cloud serves the metadata and credentials of its machines.
  "168.63.129.16/32",
] as const;

/** Public IPv6 addresses are in 2000::/3; these parts of it are special, or carry an IPv4 address. */
const SPECIAL_IPV6 = ["2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "2620:4f:8000::/48"] as const;

const PUBLIC_IPV6 = ["2000::/3"] as const;

/** Decides which addresses requests to customers' endpoints may reach. */
export class AddressRules {
  readonly #special = listOf([...SPECIAL_IPV4, ...SPECIAL_IPV6]);
  readonly #publicIpv6 = listOf(PUBLIC_IPV6);
  readonly #allowed: BlockList;

  /** Takes ranges that the operator allows besides public addresses, such as `10.1.0.0/16`. */
  constructor(allowedRanges: readonly string[]) {
    this.#allowed = listOf(allowedRanges);
  }

  /** Whether an address may be reached; text that is no address may not. */
  allows(address: string): boolean {
    const version = isIP(address);
    if (version === 4) return this.#allowed.check(address) || !this.#special.check(address);
    if (version !== 6) return false;
    // Zones are of this machine, and mapped addresses are IPv4 in another spelling.
    if (address.includes("%")) return false;
    const mapped = mappedIpv4(address);
    if (mapped !== undefined) return this.allows(mapped);
    if (this.#allowed.check(address, "ipv6")) return true;
    return this.#publicIpv6.check(address, "ipv6") && !this.#special.check(address, "ipv6");
  }
}

/** Whether text is a range of addresses, such as `10.0.0.0/8` or `fd00::/8`. */
export function isAddressRange(text: string): boolean {
  const [address = "", bits = "", ...rest] = text.split("/");
  const version = isIP(address);
  const isNumber = /^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128);
  return version !== 0 && !address.includes("%") && isNumber && rest.length === 0;
}

function listOf(ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [address = "", bits] = range.split("/");
    list.addSubnet(address, Number(bits), isIP(address) === 6 ? "ipv6" : "ipv4");
  }
  return list;
}

/** The IPv4 address of `::ffff:0:0/96`, in any spelling. */
function mappedIpv4(address: string): string | undefined {
  const url = URL.parse(`http://[${address}]/`);
  const [, high, low] = /^\[::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})\]$/.exec(url?.hostname ?? "") ?? [];
  if (high === undefined || low === undefined) return undefined;
  const number = Number.parseInt(high, 16) * 65_536 + Number.parseInt(low, 16);
  return [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join(".");
}
