import type { ClientModel, ClientOperation } from "../client-model.ts";
import { operationTree, type OperationGroup } from "../operation-tree.ts";
import type { Shape } from "../shape.ts";
import { GENERATED_NOTE, indent, jsDoc } from "./typescript-text.ts";
import { typescriptType } from "./typescript-types.ts";

/** `generated/operations.ts`: what the client knows of each operation at run time, and its types by id. */
export function typescriptOperations({ operations }: ClientModel): string {
  const entries = operations.map(
    ({ id, path, answer, idempotent }) =>
      `  ${JSON.stringify(id)}: { path: ${JSON.stringify(path)}, answer: ${JSON.stringify(answer.kind)}, idempotent: ${idempotent} },`,
  );
  const types = operations.map(
    (operation) =>
      `  ${JSON.stringify(operation.id)}: { input: ${inputType(operation)}; output: ${outputType(operation)} };`,
  );
  return `${GENERATED_NOTE}
${imports(operations, ["BinaryAnswer"])}
/** Every operation: where it lies and how it answers. */
export const OPERATIONS = {
${entries.join("\n")}
} as const satisfies Record<string, OperationFacts>;

/** What a call needs to know about an operation. */
export interface OperationFacts {
  readonly path: string;
  readonly answer: "json" | "bytes";
  readonly idempotent: boolean;
}

/** The id of an operation. */
export type OperationId = keyof typeof OPERATIONS;

/** Input and output of every operation, by id. */
export interface OperationTypes {
${types.join("\n")}
}
`;
}

/** `generated/operation-tree.ts`: the class behind `client.share.link.create(…)`. */
export function typescriptOperationTree({ operations }: ClientModel): string {
  const tree = operationTree(operations);
  const groups = [...tree.groups].map(([name, group]) => `readonly ${name}: ${groupType(group)};`);
  const assignments = [...tree.groups].map(([name, group]) => `this.${name} = ${groupValue(group)};`);
  const leaves = [...tree.operations].map(([name, operation]) => `readonly ${leafType(name, operation)}`);
  const leafValues = [...tree.operations].map(
    ([name, operation]) => `this.${name} = ${leafValue(operation)};`,
  );
  return `${GENERATED_NOTE}
${imports(operations, ["BinaryAnswer"])}import type { CallOptions, Invoke } from "../invoke.ts";

/** A method for every operation, at the path that its id spells. */
export class OperationTree {
${indent([...leaves, ...groups].join("\n"))}

  constructor(invoke: Invoke) {
${indent([...leafValues, ...assignments].join("\n"), 2)}
  }
}
`;
}

function groupType(group: OperationGroup): string {
  const members = [
    ...[...group.operations].map(([name, operation]) => leafType(name, operation)),
    ...[...group.groups].map(([name, inner]) => `readonly ${name}: ${groupType(inner)};`),
  ];
  return `{\n${indent(members.join("\n"))}\n}`;
}

function leafType(name: string, operation: ClientOperation): string {
  const { summary, scope, input } = operation;
  const doc = jsDoc(`${summary} Scope: \`${scope}\`.`);
  const parameter = `input${input.required ? "" : "?"}: ${inputType(operation)}`;
  return `${doc}\n${name}(${parameter}, options?: CallOptions): Promise<${outputType(operation)}>;`;
}

function groupValue(group: OperationGroup): string {
  const members = [
    ...[...group.operations].map(([name, operation]) => `${name}: ${leafValue(operation)},`),
    ...[...group.groups].map(([name, inner]) => `${name}: ${groupValue(inner)},`),
  ];
  return `{\n${indent(members.join("\n"))}\n}`;
}

function leafValue({ id, input }: ClientOperation): string {
  return `(input${input.required ? "" : " = {}"}, options) => invoke(${JSON.stringify(id)}, input, options)`;
}

function inputType({ input }: ClientOperation): string {
  return typescriptType(input.shape);
}

function outputType({ answer }: ClientOperation): string {
  return answer.kind === "bytes" ? "BinaryAnswer" : typescriptType(answer.shape);
}

function imports(operations: readonly ClientOperation[], answers: readonly string[]): string {
  const names = new Set<string>();
  for (const { input, answer } of operations) {
    collectNames(input.shape, names);
    if (answer.kind === "json") collectNames(answer.shape, names);
  }
  const list = [...names].sort().map((name) => `  ${name},`);
  return `import type { ${answers.join(", ")} } from "../binary-answer.ts";\nimport type {\n${list.join("\n")}\n} from "./schemas.ts";\n`;
}

function collectNames(shape: Shape, names: Set<string>): void {
  switch (shape.kind) {
    case "named":
      names.add(shape.name);
      return;
    case "array":
      return collectNames(shape.items, names);
    case "record":
      return collectNames(shape.values, names);
    case "union":
      for (const option of shape.options) collectNames(option, names);
      return;
    case "object":
      for (const field of shape.fields) collectNames(field.shape, names);
      return;
    case "string":
    case "integer":
    case "number":
    case "boolean":
    case "null":
    case "unknown":
    case "literals":
  }
}
