import { seededRandom } from "../../test/faults/random.ts";

/** A tile of an item: a level of its pyramid (0 shows it whole in one tile), column and row. */
export interface TracedTile {
  readonly item: number;
  readonly level: number;
  readonly x: number;
  readonly y: number;
}

type Place = Pick<TracedTile, "level" | "x" | "y">;

/** What sessions look like. */
export interface TraceOptions {
  readonly seed: number;
  readonly items: number;
  readonly sessions: number;
  /** The exponent of Zipf's law: an item of rank n is opened in proportion to n^-exponent. */
  readonly exponent: number;
  /** Levels of an item's pyramid: an item of 2^k tiles a side has k + 1. */
  readonly levelsMin: number;
  readonly levelsMax: number;
}

/** Two screens, in tiles of 512 pixels: a desktop and a phone. */
const SCREENS = [
  { columns: 1440 / 512, rows: 900 / 512 },
  { columns: 390 / 256, rows: 844 / 256 },
] as const;

const STEPS_MEAN = 12;

/**
 * Views, each with the tiles that are asked for at once, session by session: a visitor opens an item whole,
 * zooms in where something is, and walks about. A browser asks for a tile once in a session.
 */
export function* traceOf(options: TraceOptions): Generator<TracedTile[]> {
  const random = seededRandom(options.seed);
  const openItem = zipf(options.items, options.exponent, random);
  for (let session = 0; session < options.sessions; session++) {
    const item = openItem();
    const { levelsMin, levelsMax } = options;
    const levels = levelsMin + ((Math.imul(item + 1, 2_654_435_761) >>> 8) % (levelsMax - levelsMin + 1));
    for (const tiles of sessionOn(item, levels, random)) {
      if (tiles.length > 0) yield tiles.map((tile) => ({ item, ...tile }));
    }
  }
}

function* sessionOn(item: number, levels: number, random: () => number): Generator<Place[]> {
  const screen = SCREENS[random() < 0.6 ? 0 : 1];
  const seen = new Set<string>();
  // Fits the screen: about two tiles a side.
  let level = Math.min(1, levels - 1);
  let [centreX, centreY] = [0.5, 0.5];
  // Each item has a place that people look at.
  const [placeX, placeY] = [hash(item, 1), hash(item, 2)];
  const steps = Math.ceil(-Math.log(1 - random()) * STEPS_MEAN);
  for (let step = 0; step <= steps; step++) {
    yield [...inView(level, { x: centreX, y: centreY }, screen, seen)];
    const choice = random();
    const span = 1 / 2 ** level;
    if (choice < 0.45 && level < levels - 1) {
      level += 1;
      const pull = random() * 0.5;
      centreX = clamp(centreX + (placeX - centreX) * pull + (random() - 0.5) * span);
      centreY = clamp(centreY + (placeY - centreY) * pull + (random() - 0.5) * span);
    } else if (choice < 0.6 && level > 0) {
      level -= 1;
    } else {
      centreX = clamp(centreX + (random() - 0.5) * screen.columns * span);
      centreY = clamp(centreY + (random() - 0.5) * screen.rows * span);
    }
  }
}

function* inView(
  level: number,
  centre: { x: number; y: number },
  { columns, rows }: (typeof SCREENS)[number],
  seen: Set<string>,
): Generator<Place> {
  const side = 2 ** level;
  const range = (middle: number, extent: number) => ({
    from: Math.max(0, Math.floor(middle * side - extent / 2)),
    to: Math.min(side - 1, Math.floor(middle * side + extent / 2)),
  });
  const [across, down] = [range(centre.x, columns), range(centre.y, rows)];
  for (let y = down.from; y <= down.to; y++) {
    for (let x = across.from; x <= across.to; x++) {
      const name = `${level}/${x}/${y}`;
      if (seen.has(name)) continue;
      seen.add(name);
      yield { level, x, y };
    }
  }
}

function zipf(items: number, exponent: number, random: () => number): () => number {
  const sums = new Float64Array(items);
  let sum = 0;
  for (let rank = 0; rank < items; rank++) sums[rank] = sum += (rank + 1) ** -exponent;
  return () => {
    const wanted = random() * sum;
    let [low, high] = [0, items - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle]! < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

const clamp = (value: number) => Math.min(1, Math.max(0, value));

const hash = (item: number, salt: number) => (Math.imul(item * 7 + salt, 2_246_822_519) >>> 0) / 2 ** 32;
