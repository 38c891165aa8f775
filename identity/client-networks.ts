/** A network that one client may hold. */
export interface ClientNetwork {
  readonly name: string;
  /** How many times the allowance of a single client it has. */
  readonly share: number;
}

/**
 * Prefixes of IPv6, in bits, and how many times the allowance of a single client each has: one client may
 * hold a whole /48, but a /56 and a /48 may also be many clients.
 */
const IPV6_PREFIXES = [
  { bits: 64, share: 1 },
  { bits: 56, share: 2 },
  { bits: 48, share: 4 },
] as const;

/**
 * The networks of a client address, as far as one client may hold them, the narrowest first: an IPv4 address
 * itself, or the /64, /56 and /48 of an IPv6 address. An IPv4 address in IPv6 form counts as IPv4.
 */
export function clientNetworks(address: string): readonly [ClientNetwork, ...ClientNetwork[]] {
  const groups = ipv6Groups(address);
  if (groups === undefined) return [{ name: ipv4Of(address), share: 1 }];
  const [narrowest, ...wider] = IPV6_PREFIXES.map(({ bits, share }) => ({
    name: prefixOf(groups, bits),
    share,
  }));
  if (narrowest === undefined) throw new Error("there is a prefix");
  return [narrowest, ...wider];
}

/**
 * The neighbourhood of an address, inside of which clients take turns: the /24 of IPv4 or the /48 of IPv6.
 */
export function neighbourhood(address: string): string {
  const groups = ipv6Groups(address);
  if (groups !== undefined) return prefixOf(groups, 48);
  return ipv4Of(address).replace(/\.\d+$/, ".0/24");
}

function ipv4Of(address: string): string {
  return /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
}

/** The first four groups of an IPv6 address; undefined for every other address. */
function ipv6Groups(address: string): readonly number[] | undefined {
  const [plain = ""] = address.split("%");
  if (ipv4Of(address) !== address || !/^[0-9a-f:.]*:[0-9a-f:.]*$/i.test(plain)) return undefined;
  const [head = "", tail] = plain.split("::");
  const before = head === "" ? [] : head.split(":");
  const after = tail === undefined || tail === "" ? [] : tail.split(":");
  // The last two groups may be written as an IPv4 address.
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length - (plain.includes(".") ? 1 : 0);
  const groups = [...before, ...Array.from({ length: Math.max(0, zeros) }, () => "0"), ...after];
  return groups.slice(0, 4).map((group) => Number.parseInt(group, 16));
}

function prefixOf(groups: readonly number[], bits: number): string {
  const kept = groups.slice(0, Math.ceil(bits / 16)).map((group, at) => {
    const bitsHere = Math.min(16, bits - at * 16);
    return (group & (0xffff << (16 - bitsHere))).toString(16);
  });
  return `${kept.join(":")}::/${bits}`;
}
