/**
 * The network that a client's address belongs to, as far as it can be told who holds it: an IPv4 address is one client's, an IPv6 client has a whole /64 to
 * call from. IPv4 addresses in IPv6 form are what they are.
 */
export function clientNetwork(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const [plain = ""] = address.split("%");
  if (!/^[0-9a-f:.]*:[0-9a-f:.]*$/i.test(plain)) return address;
  const [head = "", tail] = plain.split("::");
  const before = head === "" ? [] : head.split(":");
  const after = tail === undefined || tail === "" ? [] : tail.split(":");
  // The last two groups may be written as an IPv4 address.
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length - (plain.includes(".") ? 1 : 0);
  const groups = [...before, ...Array.from({ length: Math.max(0, zeros) }, () => "0"), ...after];
  const prefix = groups.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${prefix.join(":")}::/64`;
}
