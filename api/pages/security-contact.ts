import type { FastifyInstance } from "fastify";
import { ProblemError } from "../../core/errors.ts";
import type { Deps } from "../deps.ts";

/** A file that is older than this is not to be believed (RFC 9116, 2.5.5). */
const VALID_MS = 180 * 86_400_000;

/** Serves `/.well-known/security.txt` (RFC 9116): where to report a weakness of this service. */
export function serveSecurityContact(
  app: FastifyInstance,
  { config, clock }: Pick<Deps, "config" | "clock">,
): void {
  app.get("/.well-known/security.txt", (_request, reply) => {
    const { SECURITY_CONTACT, PUBLIC_URL } = config;
    if (SECURITY_CONTACT === undefined) {
      throw new ProblemError("not_found", "Set SECURITY_CONTACT to publish a contact for security reports.");
    }
    const lines = [
      `Contact: ${SECURITY_CONTACT}`,
      `Expires: ${new Date(clock() + VALID_MS).toISOString()}`,
      "Preferred-Languages: en",
      ...(PUBLIC_URL === undefined
        ? []
        : [`Canonical: ${PUBLIC_URL.replace(/\/+$/, "")}/.well-known/security.txt`]),
    ];
    return reply
      .header("cache-control", "max-age=86400")
      .type("text/plain; charset=utf-8")
      .send(`${lines.join("\n")}\n`);
  });
}
