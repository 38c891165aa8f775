import type { z } from "zod";
import type { Scope } from "../../core/access/access.ts";
import type { Bearer, PrincipalOf } from "./admit.ts";
import type { CallContext } from "./call.ts";
import type { Deps } from "../deps.ts";
import type { ResourceRule, ResourceRules, Resources } from "./resources.ts";

/** What an operation does to the world; everything but `read` is written to the audit log. */
export type SideEffect = "read" | "compute" | "export" | "destructive";

/** One operation: data for the dispatcher, the documents and the clients, and what it runs. */
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
  /** The schema's name in OpenAPI, or null where it is written out in place. */
  readonly inputName: string | null;
  readonly input: Input;
  /** The schema's name in OpenAPI, or null where the shape has none. */
  readonly outputName: string | null;
  readonly output: z.ZodType | "binary";
  /** Replays its answer for a repeated `Idempotency-Key`. */
  readonly idempotent?: boolean;
  readonly resources?: Rules;
  run(
    deps: Deps,
    input: z.output<Input>,
    context: CallContext & {
      readonly resources: Resources<Rules, z.output<Input>>;
      readonly principal: PrincipalOf<Rule>;
    },
  ): Promise<unknown>;
}

/** An operation as the registry holds it. */
export type Operation = OperationDefinition<z.ZodType, ResourceRules, Bearer>;

/** Operations that name nothing. */
type NoResources = Readonly<Record<string, ResourceRule>>;

/** Types an operation; the dispatcher enforces what it declares. */
export function defineOperation<
  Input extends z.ZodType,
  Rule extends Bearer,
  const Rules extends ResourceRules = NoResources,
>(operation: OperationDefinition<Input, Rules, Rule>): Operation {
  return operation;
}
