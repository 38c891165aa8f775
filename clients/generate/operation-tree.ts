import type { ClientOperation } from "./client-model.ts";

/** Operations by the parts of their ids: what `client.share.link.create` walks through. */
export interface OperationGroup {
  /** Dotted; empty for the root. */
  readonly id: string;
  readonly groups: ReadonlyMap<string, OperationGroup>;
  readonly operations: ReadonlyMap<string, ClientOperation>;
}

/** Arranges operations by the parts of their ids, in the document's order. */
export function operationTree(operations: readonly ClientOperation[], id = ""): OperationGroup {
  const groups = new Map<string, OperationGroup>();
  const leaves = new Map<string, ClientOperation>();
  const prefix = id === "" ? "" : `${id}.`;
  for (const operation of operations) {
    const [name, ...deeper] = operation.id.slice(prefix.length).split(".");
    if (name === undefined) continue;
    if (deeper.length === 0) {
      leaves.set(name, operation);
    } else if (!groups.has(name)) {
      const inside = operations.filter((other) => other.id.startsWith(`${prefix}${name}.`));
      groups.set(name, operationTree(inside, `${prefix}${name}`));
    }
  }
  return { id, groups, operations: leaves };
}
