import { ProblemError } from "../../core/errors.ts";
import { isLinkToken } from "../../core/share-link.ts";
import { secretHash } from "../../core/api-key.ts";
import type { AttemptThrottle } from "../security/attempt-throttle.ts";
import type { PasswordHasher } from "../security/passwords.ts";
import type { LinkDirectory, SharedLink } from "./link-directory.ts";
import type { ShareTarget } from "../../storage/share-targets.ts";

/** A link that may be used now: its target exists. */
export interface RedeemedLink extends SharedLink {
  readonly target: ShareTarget;
}

/** Turns token and password into a link. */
export class LinkRedeemer {
  readonly #links: LinkDirectory;
  readonly #passwords: PasswordHasher;
  readonly #throttle: AttemptThrottle;

  constructor(links: LinkDirectory, passwords: PasswordHasher, throttle: AttemptThrottle) {
    this.#links = links;
    this.#passwords = passwords;
    this.#throttle = throttle;
  }

  /**
   * The link of a token, if the password is right. An unknown token and a wrong password are the same ProblemError `link_not_redeemed` after the
   * same work; only the right password learns `link_gone`; `too_many_requests` after too many failures.
   */
  async redeem(token: string, password: string, clientAddress: string): Promise<RedeemedLink> {
    const shared = isLinkToken(token) ? await this.#links.findByToken(token) : undefined;
    const hash = shared?.link.password_hash;
    if (shared === undefined || hash === undefined || !this.#passwords.isRemembered(password, hash)) {
      await this.#check(token, password, hash, clientAddress);
    }
    // Only a right password for a link that exists comes this far.
    if (shared === undefined) throw notRedeemed();
    return this.requireLive(shared);
  }

  /** The link, if it may be used now; else a ProblemError `link_gone` with its reason. */
  requireLive(shared: SharedLink): RedeemedLink {
    switch (this.#links.standing(shared)) {
      case "revoked":
        throw gone("revoked", "This link has been revoked.");
      case "expired":
        throw gone("expired", "This link has expired.");
      case "live":
        break;
    }
    if (shared.target === undefined) throw gone("target_deleted", "What this link shared has been deleted.");
    return { ...shared, target: shared.target };
  }

  async #check(
    token: string,
    password: string,
    hash: string | undefined,
    clientAddress: string,
  ): Promise<void> {
    const linkName = secretHash(token).toString("base64url", 0, 12);
    await this.#throttle.check(linkName, clientAddress);
    if (await this.#passwords.matches(password, hash)) {
      this.#passwords.remember(password, hash ?? "");
      return;
    }
    await this.#throttle.countFailure(linkName, clientAddress);
    throw notRedeemed();
  }
}

function notRedeemed(): ProblemError {
  return new ProblemError("link_not_redeemed", "No link with this token and password.");
}

function gone(reason: "revoked" | "expired" | "target_deleted", detail: string): ProblemError {
  return new ProblemError("link_gone", detail, { extensions: { reason } });
}
