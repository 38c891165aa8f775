import { billingAdjustmentsCreate } from "../../api/billing/billing.adjustments.create.ts";
import { billingAdjustmentsVoid } from "../../api/billing/billing.adjustments.void.ts";
import { billingPeriodsApprove } from "../../api/billing/billing.periods.approve.ts";
import { billingPeriodsDraft } from "../../api/billing/billing.periods.draft.ts";
import type { Operation } from "../../api/operations/operation.ts";
import { inputFaults } from "../../api/operations/input-faults.ts";
import { InputError, ProblemError } from "../../core/errors.ts";
import type { OperationCommand } from "./finance-arguments.ts";
import { refuse, type FinanceParts } from "./finance-parts.ts";
import { noteCommand } from "./note-command.ts";

/** The operations that commands carry out. */
const OPERATIONS: Readonly<Record<OperationCommand["operation"], Operation>> = {
  draft: billingPeriodsDraft,
  approve: billingPeriodsApprove,
  adjust: billingAdjustmentsCreate,
  void: billingAdjustmentsVoid,
};

/** Who acts at a terminal: one person for the rule that another one approves. */
const AT_A_TERMINAL = "npm run finance";

type Run = Operation["run"];

/** Carries out an operation of the API by its own rules, and prints its answer. */
export async function callOperation(
  { database, nowMs, print }: FinanceParts,
  { operation: name, input }: OperationCommand,
): Promise<0 | 1> {
  const operation = OPERATIONS[name];
  try {
    const parsed = operation.input.safeParse(JSON.parse(JSON.stringify(input)));
    if (!parsed.success) throw new InputError(inputFaults(parsed.error, input));
    // These operations use the database, the clock and the name of the caller, and nothing else.
    const deps = { database, clock: () => nowMs } as Parameters<Run>[0];
    const context = { principal: { id: AT_A_TERMINAL }, resources: {} } as unknown as Parameters<Run>[2];
    const answer = (await operation.run(deps, parsed.data, context)) as Readonly<Record<string, unknown>>;
    await noteCommand(database, operation.id, subjectOf(operation, { ...input, ...answer }));
    print(`${JSON.stringify(answer, undefined, 2)}\n`);
    return 0;
  } catch (error) {
    if (error instanceof InputError) return refuse(print, faultsText(error));
    if (error instanceof ProblemError) return refuse(print, error.detail);
    throw error;
  }
}

function faultsText({ faults }: InputError): string {
  return faults.map(({ loc, msg }) => `${loc.slice(1).join(".")}: ${msg}`).join("\n");
}

/** What the audit log keeps of a call, here too. */
function subjectOf(
  { audited = [], auditedAnswer = [] }: Operation,
  values: Readonly<Record<string, unknown>>,
): Record<string, string> {
  const names = ["organization_id", "id", "adjustment_id", ...audited, ...auditedAnswer];
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = values[name];
      if (value === undefined || value === null) return [];
      return [[name, typeof value === "string" ? value : JSON.stringify(value)]];
    }),
  );
}
