import type { ClientModel, ClientOperation } from "../client-model.ts";
import { operationTree, type OperationGroup } from "../operation-tree.ts";
import { typeName } from "../schema-names.ts";
import { docstring, GENERATED_NOTE, importUsed, pythonLiteral, pythonName } from "./python-text.ts";
import { pythonType } from "./python-types.ts";

/** `_generated/operations.py`: what the client knows of each operation at run time. */
export function pythonOperations({ operations }: ClientModel): string {
  const entries = operations.map(
    ({ id, path, answer, safe, idempotent }) =>
      `    ${JSON.stringify(id)}: OperationFacts(${JSON.stringify(path)}, ${JSON.stringify(answer.kind)}, ${pythonLiteral(safe)}, ${pythonLiteral(idempotent)}),`,
  );
  const lists = operations.flatMap(({ id, paging }) =>
    paging === undefined ? [] : [`    ${JSON.stringify(id)}: Paging(${keywords(paging.paging)}),`],
  );
  return `${GENERATED_NOTE}
"""Every operation: where it lies, how it answers, and what its repetition does."""

from .._operation_facts import OperationFacts, Paging

OPERATIONS: dict[str, OperationFacts] = {
${entries.join("\n")}
}

LISTS: dict[str, Paging] = {
${lists.join("\n")}
}
`;
}

function keywords(values: object): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}=${pythonLiteral(value)}`)
    .join(", ");
}

interface Flavour {
  readonly className: (group: OperationGroup) => string;
  readonly invokeType: string;
  readonly iterator: string;
  readonly define: string;
  readonly wait: string;
}

const SYNC: Flavour = {
  className: ({ id }) => (id === "" ? "Operations" : typeName(id)),
  invokeType: "Invoke",
  iterator: "Iterator",
  define: "def",
  wait: "",
};

const ASYNC: Flavour = {
  className: ({ id }) => `Async${id === "" ? "Operations" : typeName(id)}`,
  invokeType: "AsyncInvoke",
  iterator: "AsyncIterator",
  define: "async def",
  wait: "await ",
};

/**
 * `_generated/resources.py`: the classes behind `client.share.link.create(…)`, and their asynchronous twins.
 */
export function pythonResources({ operations }: ClientModel): string {
  const tree = operationTree(operations);
  const classes = [SYNC, ASYNC].flatMap((flavour) => classesOf(tree, flavour));
  const text = classes.map((declaration) => `\n\n${declaration}`).join("");
  return `${GENERATED_NOTE}
"""A method for every operation, at the path that its id spells."""

${text.includes("builtins.") ? "import builtins\n" : ""}from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
${importUsed("typing", ["Any", "Literal", "TypeAlias", "Unpack", "overload"], `TypeAlias ${text}`)}
${importUsed(".._binary_answer", ["BinaryAnswer"], text)}from . import schemas

Invoke: TypeAlias = Callable[[str, Any, dict[str, Any]], Any]
AsyncInvoke: TypeAlias = Callable[[str, Any, dict[str, Any]], Awaitable[Any]]
Each: TypeAlias = Callable[[str, Any, dict[str, Any]], Any]
${text}`;
}

/** Inner groups come first: Python reads from top to bottom. */
function classesOf(group: OperationGroup, flavour: Flavour): string[] {
  const inner = [...group.groups.values()].flatMap((child) => classesOf(child, flavour));
  const attributes = [...group.groups].map(
    ([name, child]) => `        self.${pythonName(name)} = ${flavour.className(child)}(invoke, each)\n`,
  );
  const methods = [...group.operations].flatMap(([name, operation]) => [
    method(pythonName(name), operation, flavour),
    eachMethod(name, operation, flavour),
  ]);
  const doc = docstring(group.id === "" ? "Every operation." : `Operations under \`${group.id}\`.`);
  return [
    ...inner,
    `class ${flavour.className(group)}:
    ${doc}

    def __init__(self, invoke: ${flavour.invokeType}, each: Each) -> None:
        self._invoke = invoke
        self._each = each
${attributes.join("")}${methods.join("")}`,
  ];
}

/** For a list, the method that goes through all its pages. */
function eachMethod(name: string, { id, input, paging }: ClientOperation, { iterator }: Flavour): string {
  if (paging === undefined) return "";
  const context = { hint: "", prefix: "schemas." };
  const inputType = pythonType(input.shape, context);
  const rows = `${iterator}[${pythonType(paging.row, context)}]`;
  const optional = input.required ? "" : " | None = None";
  return `
    @overload
    def ${name}_each(self, input: ${inputType}${optional}, /) -> ${rows}: ...

    @overload
    def ${name}_each(self, /, **fields: Unpack[${inputType}]) -> ${rows}: ...

    def ${name}_each(self, input: Any = None, /, **fields: Any) -> Any:
        ${docstring(`Every row of \`${id}\`, page by page.`)}
        return self._each(${JSON.stringify(id)}, input, fields)
`;
}

function method(name: string, operation: ClientOperation, { define, wait }: Flavour): string {
  const { id, summary, scope, input, answer } = operation;
  const context = { hint: "", prefix: "schemas." };
  const inputType = pythonType(input.shape, context);
  const outputType = answer.kind === "bytes" ? "BinaryAnswer" : pythonType(answer.shape, context);
  const optional = input.required ? "" : " | None = None";
  const byKeyword =
    input.fields.length > 0 && input.shape.kind === "named"
      ? `
    @overload
    ${define} ${name}(self, input: ${inputType}${optional}, /) -> ${outputType}: ...

    @overload
    ${define} ${name}(self, /, **fields: Unpack[${inputType}]) -> ${outputType}: ...
`
      : "";
  const signature =
    byKeyword === ""
      ? `self, input: ${inputType}${optional}, /) -> ${outputType}`
      : "self, input: Any = None, /, **fields: Any) -> Any";
  const fields = byKeyword === "" ? "{}" : "fields";
  return `${byKeyword}
    ${define} ${name}(${signature}:
        ${docstring(`${summary} Scope: \`${scope}\`.`)}
        return ${wait}self._invoke(${JSON.stringify(id)}, input, ${fields})
`;
}
