import type { ClientModel, ClientOperation } from "../client-model.ts";
import { operationTree, type OperationGroup } from "../operation-tree.ts";
import { typeName } from "../schema-names.ts";
import { docstring, GENERATED_NOTE, importUsed, pythonLiteral, pythonName } from "./python-text.ts";
import { pythonType } from "./python-types.ts";

/** `_generated/operations.py`: what the client knows of each operation at run time. */
export function pythonOperations({ operations }: ClientModel): string {
  const entries = operations.map(
    ({ id, path, answer, idempotent }) =>
      `    ${JSON.stringify(id)}: OperationFacts(${JSON.stringify(path)}, ${JSON.stringify(answer.kind)}, ${pythonLiteral(idempotent)}),`,
  );
  return `${GENERATED_NOTE}
"""Every operation: where it lies, how it answers, and whether it takes an Idempotency-Key."""

from .._operation_facts import OperationFacts

OPERATIONS: dict[str, OperationFacts] = {
${entries.join("\n")}
}
`;
}

interface Flavour {
  readonly className: (group: OperationGroup) => string;
  readonly invokeType: string;
  readonly define: string;
  readonly wait: string;
}

const SYNC: Flavour = {
  className: ({ id }) => (id === "" ? "Operations" : typeName(id)),
  invokeType: "Invoke",
  define: "def",
  wait: "",
};

const ASYNC: Flavour = {
  className: ({ id }) => `Async${id === "" ? "Operations" : typeName(id)}`,
  invokeType: "AsyncInvoke",
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

${text.includes("builtins.") ? "import builtins\n" : ""}from collections.abc import Awaitable, Callable
${importUsed("typing", ["Any", "Literal", "TypeAlias", "Unpack", "overload"], `TypeAlias ${text}`)}
${importUsed(".._binary_answer", ["BinaryAnswer"], text)}from . import schemas

Invoke: TypeAlias = Callable[[str, Any, dict[str, Any]], Any]
AsyncInvoke: TypeAlias = Callable[[str, Any, dict[str, Any]], Awaitable[Any]]
${text}`;
}

/** Inner groups come first: Python reads from top to bottom. */
function classesOf(group: OperationGroup, flavour: Flavour): string[] {
  const inner = [...group.groups.values()].flatMap((child) => classesOf(child, flavour));
  const attributes = [...group.groups].map(
    ([name, child]) => `        self.${pythonName(name)} = ${flavour.className(child)}(invoke)\n`,
  );
  const methods = [...group.operations].map(([name, operation]) =>
    method(pythonName(name), operation, flavour),
  );
  const doc = docstring(group.id === "" ? "Every operation." : `Operations under \`${group.id}\`.`);
  return [
    ...inner,
    `class ${flavour.className(group)}:
    ${doc}

    def __init__(self, invoke: ${flavour.invokeType}) -> None:
        self._invoke = invoke
${attributes.join("")}${methods.join("")}`,
  ];
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
