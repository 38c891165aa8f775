import { lookup as resolve } from "node:dns";
import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import type { AddressRules } from "./public-address.ts";

/** A request was not made: its host is at an address that it may not reach. */
export class ForbiddenAddressError extends Error {
  override readonly name = "ForbiddenAddressError";
}

/** Agents whose connections reach allowed addresses only. Each connection is for one request. */
export interface GuardedAgents {
  readonly "http:": HttpAgent;
  readonly "https:": HttpsAgent;
}

/**
 * Agents that check the address which a connection is made to, after its name was resolved: a name that
 * resolves to another address a moment later changes nothing.
 */
export function guardedAgents(rules: AddressRules): GuardedAgents {
  const options = { lookup: guardedLookup(rules), keepAlive: false, maxSockets: Infinity };
  return { "http:": new HttpAgent(options), "https:": new HttpsAgent(options) };
}

/** Throws for a URL whose host is an address that may not be reached: no name is resolved for it. */
export function requireAllowedHost(url: URL, rules: AddressRules): void {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (isIP(host) !== 0 && !rules.allows(host)) throw forbidden(host);
}

function guardedLookup(rules: AddressRules): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, found) => {
      if (error !== null) return callback(error, "", 0);
      const allowed = found.filter(({ address }) => rules.allows(address));
      const [first] = allowed;
      // One that is not allowed among allowed ones is a name that is not meant for us.
      if (first === undefined || allowed.length < found.length) return callback(forbidden(hostname), "", 0);
      if (options.all === true) return callback(null, allowed);
      return callback(null, first.address, first.family);
    });
  };
}

function forbidden(host: string): ForbiddenAddressError {
  return new ForbiddenAddressError(`${host} is not at a public address`);
}
