import { boxesOverlap, tileLonLatBox, type Box, type TileAddress } from "./tile-grid.ts";

/** After about so many tiles, counting yields. */
const YIELD_EVERY = 500;

/** Tiles along each side of a group, as a power of two: the largest block that is drawn at once. */
const GROUP_LEVELS = 2;

/** Neighbouring tiles that touch an area, in an aligned square of 4 x 4. */
export interface TileGroup {
  /** The place of the group on the way through its zoom level, along a Z-order curve. */
  readonly index: number;
  readonly tiles: readonly TileAddress[];
}

/** A tile of the quadtree, its bounds in degrees, and the boxes that touch it. */
interface Node {
  readonly address: TileAddress;
  readonly index: number;
  readonly bounds: Box;
  readonly boxes: readonly Box[];
}

/**
 * The tiles of a zoom level that touch boxes in degrees, in groups, from a group on. The way is the same
 * whatever the boxes are, so that a walk goes on where it was when they have changed. (Morton, 1966.)
 */
export function* walkTiles(boxes: readonly Box[], zoom: number, from = 0): Generator<TileGroup> {
  const groupZoom = Math.max(0, zoom - GROUP_LEVELS);
  for (const group of descend(rootOf(boxes), groupZoom, from)) {
    const tiles = [...descend({ ...group, index: 0 }, zoom, 0)].map(({ address }) => address);
    yield { index: group.index, tiles };
  }
}

/**
 * How many tiles of each zoom level, from 0 on, touch boxes in degrees. It ends with the first level that has
 * more than `countMax`, which is then a lower bound. A tile that a box covers is not looked into: its
 * descendants are all there. It yields now and then, as a thousand boxes take longer than others may wait.
 */
export function* countTiles(
  boxes: readonly Box[],
  zoomMax: number,
  countMax: number,
): Generator<undefined, number[]> {
  const root = rootOf(boxes);
  let edge = root.boxes.length === 0 ? [] : [root];
  let covered = 0;
  const counts: number[] = [];
  for (let zoom = 0; zoom <= zoomMax; zoom += 1) {
    const open: Node[] = [];
    for (const node of edge) {
      if (isCovered(node)) covered += 1;
      else open.push(node);
    }
    counts.push(covered + open.length);
    if (covered + open.length > countMax) break;
    covered *= 4;
    edge = [];
    for (const node of open) {
      edge.push(...childrenOf(node));
      if (edge.length % YIELD_EVERY < 4) yield;
      if (covered + edge.length > countMax) break;
    }
  }
  return counts;
}

function rootOf(boxes: readonly Box[]): Node {
  const address = { z: 0, x: 0, y: 0 };
  const bounds = tileLonLatBox(address);
  return { address, index: 0, bounds, boxes: boxes.filter((each) => boxesOverlap(each, bounds)) };
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

/** Children share the edges of their parent, and two edges between them: trigonometry is most of the work. */
function childrenOf({ address: { z, x, y }, index, bounds, boxes }: Node): Node[] {
  const [west, south, east, north] = bounds;
  const [, middleLat, middleLon] = tileLonLatBox({ z: z + 1, x: 2 * x, y: 2 * y });
  const children: Node[] = [];
  for (let quarter = 0; quarter < 4; quarter += 1) {
    const [right, lower] = [quarter % 2, quarter >> 1];
    const own: Box = [
      right === 0 ? west : middleLon,
      lower === 0 ? middleLat : south,
      right === 0 ? middleLon : east,
      lower === 0 ? north : middleLat,
    ];
    const touching = boxes.filter((each) => boxesOverlap(each, own));
    if (touching.length === 0) continue;
    const address = { z: z + 1, x: 2 * x + right, y: 2 * y + lower };
    children.push({ address, index: 4 * index + quarter, bounds: own, boxes: touching });
  }
  return children;
}

function isCovered({ bounds: [west, south, east, north], boxes }: Node): boolean {
  return boxes.some((box) => box[0] <= west && box[1] <= south && box[2] >= east && box[3] >= north);
}
