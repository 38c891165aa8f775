import { soleTypes, type ProblemType } from "../problem-types.ts";
import { GENERATED_NOTE, jsDoc } from "./typescript-text.ts";

/** `generated/errors.ts`: a class for every problem type. */
export function typescriptErrors(types: readonly ProblemType[]): string {
  const classes = types.map(
    ({ className, status, meaning }) => `${jsDoc(`${status}: ${meaning}.`)}
export class ${className} extends GeoperaError {
  override readonly name: string = "${className}";
}
`,
  );
  const byType = types.flatMap(({ type, className }) =>
    type === undefined ? [] : [`  ["${type}", ${className}],`],
  );
  const byStatus = soleTypes(types).map(({ status, className }) => `  [${status}, ${className}],`);
  return `${GENERATED_NOTE}
import { GeoperaError } from "../geopera-error.ts";

${classes.join("\n")}
/** The class of every problem type. */
export const ERRORS_BY_TYPE: ReadonlyMap<string, typeof GeoperaError> = new Map([
${byType.join("\n")}
]);

/** The class of every status that belongs to one type only. */
export const ERRORS_BY_STATUS: ReadonlyMap<number, typeof GeoperaError> = new Map([
${byStatus.join("\n")}
]);
`;
}
