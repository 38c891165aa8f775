import { soleTypes, type ProblemType } from "../problem-types.ts";
import { docstring, GENERATED_NOTE } from "./python-text.ts";

/** `_generated/errors.py`: a class for every problem type. */
export function pythonErrors(types: readonly ProblemType[]): string {
  const classes = types.map(
    ({ className, status, meaning }) =>
      `class ${className}(GeoperaError):\n    ${docstring(`${status}: ${meaning}.`)}\n`,
  );
  const byType = types.flatMap(({ type, className }) =>
    type === undefined ? [] : [`    "${type}": ${className},`],
  );
  const byStatus = soleTypes(types).map(({ status, className }) => `    ${status}: ${className},`);
  return `${GENERATED_NOTE}
"""What a call raises, by problem type."""

from .._errors import GeoperaError

__all__ = [
${types.map(({ className }) => `    "${className}",\n`).join("")}]


${classes.join("\n\n")}

ERRORS_BY_TYPE: dict[str, type[GeoperaError]] = {
${byType.join("\n")}
}

ERRORS_BY_STATUS: dict[int, type[GeoperaError]] = {
${byStatus.join("\n")}
}
`;
}
