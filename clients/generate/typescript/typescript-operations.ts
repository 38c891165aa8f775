import type { ClientModel, ClientOperation } from "../client-model.ts";
import { operationTree, type OperationGroup } from "../operation-tree.ts";
import type { Shape } from "../shape.ts";
import { GENERATED_NOTE, indent, jsDoc } from "./typescript-text.ts";
import { typescriptType } from "./typescript-types.ts";

/** `generated/operations.ts`: what the client knows of each operation at run time, and its types by id. */
export function typescriptOperations({ operations }: ClientModel): string {
  const entries = operations.map(
    ({ id, path, answer, safe, idempotent }) =>
      `  ${JSON.stringify(id)}: { path: ${JSON.stringify(path)}, answer: ${JSON.stringify(answer.kind)}, safe: ${safe}, idempotent: ${idempotent} },`,
  );
  const types = operations.map(
    (operation) =>
      `  ${JSON.stringify(operation.id)}: { input: ${inputType(operation)}; output: ${outputType(operation)} };`,
  );
  const lists = operations.flatMap(({ id, paging }) =>
    paging === undefined ? [] : [{ id: JSON.stringify(id), ...paging }],
  );
  return `${GENERATED_NOTE}
${imports(operations, ["BinaryAnswer"])}import type { Paging } from "../paging.ts";

/** Every operation: where it lies and how it answers. */
export const OPERATIONS = {
${entries.join("\n")}
} as const satisfies Record<string, OperationFacts>;

/** What a call needs to know about an operation. */
export interface OperationFacts {
  readonly path: string;
  readonly answer: "json" | "bytes";
  /** Making the call twice has the effect of making it once. */
  readonly safe: boolean;
  /** Takes an Idempotency-Key. */
  readonly idempotent: boolean;
}

/** The id of an operation. */
export type OperationId = keyof typeof OPERATIONS;

/** Input and output of every operation, by id. */
export interface OperationTypes {
${types.join("\n")}
}

/** The id of an operation that answers bytes. */
export type BytesOperationId = {
  [Id in OperationId]: (typeof OPERATIONS)[Id]["answer"] extends "bytes" ? Id : never;
}[OperationId];

/** Every operation that answers a list in pages. */
export const LISTS = {
${lists.map(({ id, paging }) => `  ${id}: ${JSON.stringify(paging)},`).join("\n")}
} as const satisfies Record<string, Paging>;

/** A row of every such list. */
export interface ListedRows {
${lists.map(({ id, row }) => `  ${id}: ${typescriptType(row)};`).join("\n")}
}
`;
}

/** `generated/operation-tree.ts`: the class behind `client.share.link.create(…)`. */
export function typescriptOperationTree({ operations }: ClientModel): string {
  const tree = operationTree(operations);
  const groups = [...tree.groups].map(([name, group]) => `readonly ${name}: ${groupType(group)};`);
  const assignments = [...tree.groups].map(([name, group]) => `this.${name} = ${groupValue(group)};`);
  const leaves = [...tree.operations].flatMap(([name, operation]) =>
    leafTypes(name, operation).map((leaf) => `readonly ${leaf}`),
  );
  const leafValues = [...tree.operations].flatMap(([name, operation]) =>
    leafValuesOf(name, operation).map(([leaf, value]) => `this.${leaf} = ${value};`),
  );
  return `${GENERATED_NOTE}
${imports(operations, ["BinaryAnswer"])}import type { EachRow } from "../each-row.ts";
import type { CallOptions, Invoke } from "../invoke.ts";

/** A method for every operation, at the path that its id spells. */
export class OperationTree {
${indent([...leaves, ...groups].join("\n"))}

  constructor(invoke: Invoke, each: EachRow) {
${indent([...leafValues, ...assignments].join("\n"), 2)}
  }
}
`;
}

function groupType(group: OperationGroup): string {
  const members = [
    ...[...group.operations].flatMap(([name, operation]) => leafTypes(name, operation)),
    ...[...group.groups].map(([name, inner]) => `readonly ${name}: ${groupType(inner)};`),
  ];
  return `{\n${indent(members.join("\n"))}\n}`;
}

/** A method, and for a list one more that goes through all its pages. */
function leafTypes(name: string, operation: ClientOperation): string[] {
  const { summary, scope, input, paging } = operation;
  const doc = jsDoc(`${summary} Scope: \`${scope}\`.`);
  const parameter = `input${input.required ? "" : "?"}: ${inputType(operation)}`;
  const call = `${doc}\n${name}(${parameter}, options?: CallOptions): Promise<${outputType(operation)}>;`;
  if (paging === undefined) return [call];
  const eachDoc = jsDoc(`Every row of \`${operation.id}\`, page by page: for await (const row of …).`);
  const rows = `AsyncGenerator<${typescriptType(paging.row)}, void, undefined>`;
  return [call, `${eachDoc}\n${name}_each(${parameter}, options?: CallOptions): ${rows};`];
}

function groupValue(group: OperationGroup): string {
  const members = [
    ...[...group.operations].flatMap(([name, operation]) =>
      leafValuesOf(name, operation).map(([leaf, value]) => `${leaf}: ${value},`),
    ),
    ...[...group.groups].map(([name, inner]) => `${name}: ${groupValue(inner)},`),
  ];
  return `{\n${indent(members.join("\n"))}\n}`;
}

function leafValuesOf(name: string, { id, input, paging }: ClientOperation): [name: string, value: string][] {
  const parameters = `(input${input.required ? "" : " = {}"}, options)`;
  const call: [string, string] = [name, `${parameters} => invoke(${JSON.stringify(id)}, input, options)`];
  if (paging === undefined) return [call];
  return [call, [`${name}_each`, `${parameters} => each(${JSON.stringify(id)}, input, options)`]];
}

function inputType({ input }: ClientOperation): string {
  return typescriptType(input.shape);
}

function outputType({ answer }: ClientOperation): string {
  return answer.kind === "bytes" ? "BinaryAnswer" : typescriptType(answer.shape);
}

function imports(operations: readonly ClientOperation[], answers: readonly string[]): string {
  const names = new Set<string>();
  for (const { input, answer, paging } of operations) {
    collectNames(input.shape, names);
    if (paging !== undefined) collectNames(paging.row, names);
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
