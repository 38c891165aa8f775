import { boxesOverlap, tileLonLatBox, type Box, type TileAddress } from "./tile-grid.ts";

/** Tiles along each side of a group, as a power of two: the largest block that is drawn at once. */
const GROUP_LEVELS = 2;

/** Neighbouring tiles that touch an area, in an aligned square of 4 x 4. */
export interface TileGroup {
  /** The place of the group on the way through its zoom level, along a Z-order curve. */
  readonly index: number;
  readonly tiles: readonly TileAddress[];
}

/** A tile of the quadtree, and the boxes that touch it. */
interface Node {
  readonly address: TileAddress;
  readonly index: number;
  readonly boxes: readonly Box[];
}

/**
 * The tiles of a zoom level that touch boxes in degrees, in groups, from a group on. The way is the same
 * whatever the boxes are, so that a walk goes on where it was when they have changed. (Morton, 1966.)
 */
export function* walkTiles(boxes: readonly Box[], zoom: number, from = 0): Generator<TileGroup> {
  const groupZoom = Math.max(0, zoom - GROUP_LEVELS);
  for (const { address, index, boxes: touching } of descend(rootOf(boxes), groupZoom, from)) {
    const group = { address, index: 0, boxes: touching };
    yield { index, tiles: [...descend(group, zoom, 0)].map(({ address: tile }) => tile) };
  }
}

/** How many tiles of a zoom level touch boxes in degrees; counting ends soon after `countMax`. */
export function countTiles(boxes: readonly Box[], zoom: number, countMax: number): number {
  let count = 0;
  const visit = (node: Node) => {
    if (count > countMax) return;
    const { z } = node.address;
    if (z === zoom) count += 1;
    else if (isCovered(node)) count += 4 ** (zoom - z);
    else for (const child of childrenOf(node)) visit(child);
  };
  const root = rootOf(boxes);
  if (root.boxes.length > 0) visit(root);
  return count;
}

function rootOf(boxes: readonly Box[]): Node {
  const address = { z: 0, x: 0, y: 0 };
  const box = tileLonLatBox(address);
  return { address, index: 0, boxes: boxes.filter((each) => boxesOverlap(each, box)) };
}

/** The nodes of a level below a node, in order, without those before `from`. */
function* descend(node: Node, zoom: number, from: number): Generator<Node> {
  if (node.boxes.length === 0) return;
  if (node.address.z === zoom) {
    if (node.index >= from) yield node;
    return;
  }
  const after = (node.index + 1) * 4 ** (zoom - node.address.z);
  if (after <= from) return;
  for (const child of childrenOf(node)) yield* descend(child, zoom, from);
}

function childrenOf({ address: { z, x, y }, index, boxes }: Node): Node[] {
  return [0, 1, 2, 3].flatMap((quarter) => {
    const address = { z: z + 1, x: 2 * x + (quarter % 2), y: 2 * y + (quarter >> 1) };
    const box = tileLonLatBox(address);
    const touching = boxes.filter((each) => boxesOverlap(each, box));
    return touching.length === 0 ? [] : [{ address, index: 4 * index + quarter, boxes: touching }];
  });
}

function isCovered({ address, boxes }: Node): boolean {
  const [west, south, east, north] = tileLonLatBox(address);
  return boxes.some((box) => box[0] <= west && box[1] <= south && box[2] >= east && box[3] >= north);
}
