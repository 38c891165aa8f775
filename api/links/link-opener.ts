import type { Attempt, OpenedLink } from "./shared-link.ts";
import { ProblemError, PROBLEMS, type ProblemCode } from "../../core/errors.ts";
import { isSiteAllowed } from "../../core/links/origin-rule.ts";
import { isLinkToken, type LinkStanding } from "../../core/links/share-link.ts";
import { secretHash } from "../../core/access/api-key.ts";
import type { AttemptThrottle } from "../../identity/attempt-throttle.ts";
import type { PasswordHasher } from "../../identity/password-hasher.ts";
import type { RefusalPace } from "../../identity/refusal-pace.ts";
import type { SharedLink } from "./shared-link.ts";
import type { LinkDirectory } from "./link-directory.ts";
import type { LinkMeter } from "./link-meter.ts";
import type { RefusedOpenings } from "./refused-openings.ts";

interface Parts {
  readonly links: LinkDirectory;
  readonly passwords: PasswordHasher;
  readonly throttle: AttemptThrottle;
  readonly pace: RefusalPace;
  readonly meter: LinkMeter;
  readonly refusals: RefusedOpenings;
}

/** Opens links: checks token and password, and answers what they share. */
export class LinkOpener {
  readonly #parts: Parts;
  /** Attempts in flight, by link, password and network: many viewers behind one address are one attempt. */
  readonly #attempts = new Map<string, Promise<void>>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /**
   * Opens a link by its token and password. An unknown token and a wrong password are the same ProblemError
   * `link_not_redeemed` after the same work and time. Only the right password learns of `link_gone` or of a
   * forbidden origin. Too many failures are `too_many_requests`. Refusals are logged.
   */
  async open(token: string, password: string, attempt: Attempt): Promise<OpenedLink> {
    const { links, pace } = this.#parts;
    const startedAt = performance.now();
    const shared = isLinkToken(token) ? await links.findByToken(token) : undefined;
    return await this.#loggingRefusals(shared?.link, attempt, async () => {
      try {
        await this.#requirePassword(shared?.link, token, password, attempt);
      } catch (error) {
        await pace.hold(startedAt, error);
        throw error;
      }
      // The password check passes for an existing link only.
      if (shared === undefined) throw new Error("a password matched no link");
      const live = this.requireLive(shared);
      this.requireSite(live, attempt);
      return live;
    });
  }

  /**
   * The answer of {@link open} without any I/O: the link is cached and fresh, and the password was found
   * right within the last minutes. Undefined otherwise, or a ProblemError. The caller checks the origin of
   * the page.
   */
  peek(token: string, password: string): OpenedLink | undefined {
    const { links, passwords, throttle } = this.#parts;
    const shared = isLinkToken(token) ? links.peekByToken(token) : undefined;
    if (shared === undefined || !passwords.isRemembered(password, shared.link.password_hash))
      return undefined;
    // At a link that is being guessed at, `open` looks at the address.
    const isGuarded = throttle.guardsAny && throttle.isGuarded(nameOf(shared.link.token_hash));
    return isGuarded ? undefined : this.requireLive(shared);
  }

  async #requirePassword(
    link: SharedLink["link"] | undefined,
    token: string,
    password: string,
    { clientAddress }: Attempt,
  ): Promise<void> {
    const { passwords, throttle } = this.#parts;
    const hash = link?.password_hash;
    const name = nameOf(secretHash(token));
    if (hash !== undefined && passwords.isRemembered(password, hash)) {
      return throttle.requireNotShutOut(name, clientAddress);
    }
    const key = `${clientAddress}:${passwords.fingerprint(password, hash ?? name)}`;
    const running = this.#attempts.get(key);
    if (running !== undefined) return await running;
    const attempt = this.#attemptPassword(name, password, hash, clientAddress);
    this.#attempts.set(key, attempt);
    try {
      await attempt;
    } finally {
      this.#attempts.delete(key);
    }
  }

  async #attemptPassword(
    name: string,
    password: string,
    hash: string | undefined,
    clientAddress: string,
  ): Promise<void> {
    const { passwords, throttle } = this.#parts;
    const attempt = await throttle.begin(name, clientAddress);
    const isRight = await throttle.comparing(attempt, () =>
      passwords.matches(password, hash, "links", attempt),
    );
    if (!isRight) throw new ProblemError("link_not_redeemed", "No link with this token and password.");
    passwords.remember(password, hash ?? "");
  }

  /**
   * Opens a link as a view: an opening that counts against `max_views`. Throws `link_gone` when none is left.
   */
  async openAsView(token: string, password: string, attempt: Attempt): Promise<OpenedLink> {
    return await this.countView(await this.open(token, password, attempt), attempt);
  }

  /** Counts an opening as a view. Throws `link_gone` when none is left. */
  async countView(live: OpenedLink, attempt: Attempt): Promise<OpenedLink> {
    await this.#loggingRefusals(live.link, attempt, () => this.#parts.meter.takeView(live.link));
    return live;
  }

  /** The link, if it is usable now; otherwise a ProblemError `link_gone` with its reason. */
  requireLive(shared: SharedLink): OpenedLink {
    switch (this.#parts.links.standing(shared)) {
      case "revoked":
        throw gone("revoked", "This link has been revoked.");
      case "expired":
        throw gone("expired", "This link has expired.");
      case "paused":
        throw gone("paused", "The owner of this link has paused it; it may open again later.");
      case "live":
        break;
    }
    if (shared.target === undefined) throw gone("target_deleted", "What this link shared has been deleted.");
    return { ...shared, target: shared.target };
  }

  /** Refuses pages of origins that the link's owner does not allow. */
  requireSite({ link }: SharedLink, { site, publicUrl }: Pick<Attempt, "site" | "publicUrl">): void {
    if (link.allowed_origins.length === 0) return;
    if (isSiteAllowed(link.allowed_origins, site, new URL(publicUrl).origin)) return;
    throw new ProblemError("forbidden", "The owner of this link does not allow pages of this origin.", {
      extensions: { reason: "origin_not_allowed" },
    });
  }

  async #loggingRefusals<T>(
    link: SharedLink["link"] | undefined,
    attempt: Attempt,
    look: () => Promise<T>,
  ): Promise<T> {
    try {
      return await look();
    } catch (error) {
      if (error instanceof ProblemError) {
        const { reason } = error.extensions;
        const named = typeof reason === "string" ? reason : (REASONS[error.code] ?? error.code);
        this.#parts.refusals.log(link, attempt, PROBLEMS[error.code].status, named);
      }
      throw error;
    }
  }
}

/** The audit log's reason for a refusal that has none of its own. */
const REASONS: Partial<Record<ProblemCode, string>> = {
  link_not_redeemed: "not_redeemed",
  too_many_requests: "throttled",
  unavailable: "busy",
};

/** The name of a token in the throttle. */
function nameOf(tokenHash: Buffer): string {
  return tokenHash.toString("base64url", 0, 12);
}

function gone(reason: Exclude<LinkStanding, "live"> | "target_deleted", detail: string): ProblemError {
  return new ProblemError("link_gone", detail, { extensions: { reason } });
}
