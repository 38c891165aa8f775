import { randomBytes } from "node:crypto";
import { hostname, networkInterfaces } from "node:os";

/** Where an API process takes tiles from workers, and what shows that the two belong to one system. */
export interface DirectAddress {
  /** Each may be the one that a worker reaches: a container has an address in each of its networks. */
  readonly hosts: readonly string[];
  readonly port: number;
  /** The machine, where it is only reached from there. */
  readonly machine?: string;
  /** Known to those who can read the wishes in Redis: each side proves that it has it. */
  readonly secret: string;
}

/** The part of a process's name before its address. */
const ADDRESS_SIGN = "@";

const LOOPBACK = /^(127\.|::1$|localhost$)/;

/** The address of a listener: of this machine, as others reach it. */
export function addressOf(listensAt: string, port: number): DirectAddress {
  const secret = randomBytes(16).toString("base64url");
  if (LOOPBACK.test(listensAt)) return { hosts: [listensAt], port, machine: hostname(), secret };
  const isAny = listensAt === "0.0.0.0" || listensAt === "::";
  return { hosts: isAny ? ownAddresses() : [listensAt], port, secret };
}

/** IPv4 first; addresses of a link alone need its name, and are left out. */
function ownAddresses(): string[] {
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return all
    .filter(({ internal, scopeid = 0 }) => !internal && scopeid === 0)
    .toSorted((a, b) => a.family.localeCompare(b.family))
    .map(({ address }) => address);
}

/** A process's name that tells its address; it stands in wishes and channels. */
export function nameWithAddress(id: string, address: DirectAddress): string {
  return `${id}${ADDRESS_SIGN}${Buffer.from(JSON.stringify(address)).toString("base64url")}`;
}

/** The address that a process's name tells, if it can be reached from this machine. */
export function addressIn(name: string): DirectAddress | undefined {
  const [, encoded] = name.split(ADDRESS_SIGN);
  if (encoded === undefined) return undefined;
  const address = JSON.parse(Buffer.from(encoded, "base64url").toString()) as DirectAddress;
  return address.machine === undefined || address.machine === hostname() ? address : undefined;
}
