import type { Failure } from "../client/ask-json.ts";
import { Problem } from "./problem.tsx";

/** What the service finds wrong with one field, below it. */
export function FieldProblem({ failure, field }: { failure: Failure | undefined; field: string }) {
  return <Problem text={faultOf(failure, field)} />;
}

/** Whether a failure is about a field. */
export function isFaultOf(failure: Failure, field: string): boolean {
  return faultOf(failure, field) !== undefined;
}

function faultOf(failure: Failure | undefined, field: string): string | undefined {
  const detail = failure?.problem?.detail;
  if (detail === undefined || typeof detail === "string") return undefined;
  return detail.find(({ loc = [] }) => loc.includes(field))?.msg;
}
