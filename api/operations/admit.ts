import type { Principal, Scope } from "../../core/access/access.ts";
import { ProblemError } from "../../core/errors.ts";
import type { SessionPrincipal } from "../../identity/session-directory.ts";
import { operatesBilling } from "../../storage/accounts/organizations.ts";
import type { Deps } from "../deps.ts";
import { authenticate, type Credentials } from "./authenticate.ts";
import type { TellRateLimits } from "./rate-limiter.ts";
import { findResources, type Resources, type ResourceRules } from "./resources.ts";

/** Whether a call needs a bearer token or key. One that is present must always be valid. */
export type Bearer = "required" | "optional";

/** The caller, as far as the bearer rule guarantees one. */
export type PrincipalOf<Rule extends Bearer> = Rule extends "required" ? Principal : Principal | undefined;

/** The callers that an operation or a route admits. */
export interface AdmissionRules<Rule extends Bearer, Rules extends ResourceRules> {
  readonly scope: Scope;
  readonly bearer: Rule;
  readonly audience?: "operator";
  readonly resources?: Rules;
}

/** A call that asks for admission. */
export interface AdmissionRequest<Input> {
  readonly credentials: Credentials;
  /** Parses the input, once the scope suffices; throws an InputError when it breaks the schema. */
  readonly readInput: () => Input;
  /** Called with the rest of the caller's limit before the answer. */
  readonly onRateLimit: TellRateLimits;
  /** Called as soon as the caller is known: later refusals are audited. */
  readonly onCaller?: (principal: Principal) => void;
}

/** An admitted call. */
export interface Admission<Rule extends Bearer, Rules, Input> {
  readonly principal: PrincipalOf<Rule>;
  readonly input: Input;
  readonly resources: Resources<Rules, Input>;
}

/** What {@link admit} needs. */
export type AdmissionDeps = Pick<Deps, "apiKeys" | "sessionTokens" | "rateLimiter" | "database">;

/**
 * Admits a caller: authentication, scope, input, rate limit, audience, then resources and roles, in this
 * order. Every POST operation and every GET route with credentials passes through here. Routes whose URL is a
 * signed ticket use admitTicket instead.
 */
export async function admit<Rule extends Bearer, const Rules extends ResourceRules, Input>(
  deps: AdmissionDeps,
  rules: AdmissionRules<Rule, Rules>,
  { credentials, readInput, onRateLimit, onCaller }: AdmissionRequest<Input>,
): Promise<Admission<Rule, Rules, Input>> {
  const principal = await authenticate(deps, credentials);
  if (rules.bearer === "required") requireBearer(principal);
  if (principal !== undefined) {
    onCaller?.(principal);
    requireScope(principal, rules.scope);
  }
  const input = readInput();
  if (principal !== undefined) await deps.rateLimiter.take(principal, onRateLimit);
  if (rules.audience === "operator") await requireBillingOperator(deps, principal);
  const resources = principal
    ? await findResources(
        deps.database.inTurnOf(principal.organizationId),
        principal,
        rules.resources ?? {},
        input,
      )
    : {};
  // The checks above guarantee what this type states, rule by rule.
  return { principal, input, resources } as Admission<Rule, Rules, Input>;
}

/** Throws `unauthenticated` without a caller. */
export function requireBearer(principal: SessionPrincipal | undefined): void {
  if (principal !== undefined) return;
  throw new ProblemError(
    "unauthenticated",
    "Send an API key as 'Authorization: Bearer gpra_…' or 'X-API-Key'.",
  );
}

function requireScope(principal: SessionPrincipal, scope: Scope): void {
  if (!principal.scopes.has(scope)) throw new ProblemError("forbidden", `This needs the scope ${scope}.`);
}

async function requireBillingOperator(
  { database }: Pick<Deps, "database">,
  principal: Principal | undefined,
): Promise<void> {
  if (principal !== undefined && (await operatesBilling(database, principal.organizationId))) return;
  throw new ProblemError("forbidden", "Only the organization that operates this service may do this.");
}
