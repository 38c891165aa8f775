import type { z } from "zod";
import type { Scope } from "../../core/access/access.ts";
import type { RowAmount } from "../../storage/accounts/organization-amounts.ts";
import type { Bearer, PrincipalOf } from "./admit.ts";
import type { BodyLimits } from "./body-limits.ts";
import type { CallContext } from "./call.ts";
import type { Deps } from "../deps.ts";
import type { ResourceRule, ResourceRules, Resources } from "./resources.ts";

/** The side effect of an operation; every call except a `read` is written to the audit log. */
export type SideEffect = "read" | "compute" | "export" | "destructive";

/** One operation: data for the dispatcher, the documents and the clients, and its `run`. */
interface OperationDefinition<Input extends z.ZodType, Rules, Rule extends Bearer> {
  readonly id: string;
  readonly summary: string;
  readonly scope: Scope;
  readonly sideEffect: SideEffect;
  /**
   * `optional`: the link's token and password authenticate by themselves; a bearer that is present must still
   * be valid.
   */
  readonly bearer: Rule;
  /**
   * `operator`: only for keys and users of an organization that operates billing; others get a 403 that says
   * so.
   */
  readonly audience?: "operator";
  /** The schema's name in OpenAPI, or null where it is written inline. */
  readonly inputName: string | null;
  readonly input: Input;
  /** The schema's name in OpenAPI, or null where the shape has none. */
  readonly outputName: string | null;
  readonly output: z.ZodType | "binary";
  /** Media types of a binary answer; those of pictures unless they are declared. */
  readonly mediaTypes?: readonly string[];
  /** What its body may hold; `BODY_LIMITS.plain` unless it is declared. */
  readonly body?: BodyLimits;
  /** Not simply repeated, such as a create: takes a key, see {@link takesIdempotencyKey}. */
  readonly idempotent?: boolean;
  readonly resources?: Rules;
  /**
   * Fields of the input that a successful call's audit entry keeps besides ids: what decides about money.
   * Never a secret.
   */
  readonly audited?: readonly string[];
  /** Fields of the answer that the entry keeps as well: what was before, numbers. Never a secret. */
  readonly auditedAnswer?: readonly string[];
  /** The amount that each successful call adds a row to: beyond the organization's limit it is a 409. */
  readonly creates?: RowAmount;
  run(
    deps: Deps,
    input: z.output<Input>,
    context: CallContext & {
      readonly resources: Resources<Rules, z.output<Input>>;
      readonly principal: PrincipalOf<Rule>;
    },
  ): Promise<unknown>;
}

/** An operation in the registry, its types erased. */
export type Operation = OperationDefinition<z.ZodType, ResourceRules, Bearer>;

/** The rules of operations that name no resource. */
type NoResources = Readonly<Record<string, ResourceRule>>;

/** Types an operation. The dispatcher enforces its declarations. */
export function defineOperation<
  Input extends z.ZodType,
  Rule extends Bearer,
  const Rules extends ResourceRules = NoResources,
>(operation: OperationDefinition<Input, Rules, Rule>): Operation {
  return operation;
}

/**
 * Whether a call with an `Idempotency-Key` runs once, and answers its repetitions as it did then. Creates do,
 * and whatever is not simply repeated: what destroys and what leaves the service.
 */
export function takesIdempotencyKey({ idempotent, sideEffect, output }: Operation): boolean {
  return (
    idempotent === true || (output !== "binary" && (sideEffect === "destructive" || sideEffect === "export"))
  );
}
