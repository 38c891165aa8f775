/** Where new groups stand: before all others, or behind them. */
export type Newcomers = "first" | "last";

interface Node<T> {
  size: number;
  /** Groups in the order of their turns. */
  readonly groups: [name: string, node: Node<T>][];
  readonly entries: T[];
}

/**
 * A queue in which groups take turns, inside of groups their subgroups, and so on; entries of one subgroup
 * keep their order. It is bounded: one entry too many leaves the largest group, which may be the new one.
 */
export class FairQueue<T> {
  readonly #root: Node<T> = emptyNode();
  readonly #entriesMax: number;
  readonly #newcomers: Newcomers;

  constructor(entriesMax: number, newcomers: Newcomers) {
    this.#entriesMax = entriesMax;
    this.#newcomers = newcomers;
  }

  /** How many entries wait. */
  get size(): number {
    return this.#root.size;
  }

  /** Adds an entry to the group of a path; answers the entry that had to leave, if any. */
  add(path: readonly string[], entry: T): T | undefined {
    let node = this.#root;
    node.size += 1;
    for (const name of path) {
      node = this.#groupOf(node, name);
      node.size += 1;
    }
    node.entries.push(entry);
    return this.size > this.#entriesMax ? leave(this.#root) : undefined;
  }

  /** Takes the entry whose turn it is. */
  next(): T | undefined {
    return this.size === 0 ? undefined : takeNext(this.#root);
  }

  #groupOf({ groups }: Node<T>, name: string): Node<T> {
    const known = groups.find(([each]) => each === name);
    if (known !== undefined) return known[1];
    const node = emptyNode<T>();
    if (this.#newcomers === "first") groups.unshift([name, node]);
    else groups.push([name, node]);
    return node;
  }
}

function emptyNode<T>(): Node<T> {
  return { size: 0, groups: [], entries: [] };
}

function takeNext<T>(node: Node<T>): T | undefined {
  node.size -= 1;
  const turn = node.groups.shift();
  if (turn === undefined) return node.entries.shift();
  const entry = takeNext(turn[1]);
  if (turn[1].size > 0) node.groups.push(turn);
  return entry;
}

/** The newest entry of the largest group leaves; among equals that of the group whose turn is last. */
function leave<T>(node: Node<T>): T | undefined {
  node.size -= 1;
  if (node.groups.length === 0) return node.entries.pop();
  const sizes = node.groups.map(([, group]) => group.size);
  const at = sizes.lastIndexOf(Math.max(...sizes));
  const [, largest] = node.groups[at] ?? [];
  const entry = largest && leave(largest);
  if (largest?.size === 0) node.groups.splice(at, 1);
  return entry;
}
