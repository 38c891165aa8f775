import { seededRandom } from "../../test/faults/random.ts";

/** How a pool of render workers is scaled: the numbers of the chart. */
export interface Scaling {
  readonly min: number;
  readonly max: number;
  /** Wanted places that one worker is to have. */
  readonly placesPerWorker: number;
  /** Wanted places are those in use, and those that end what waits in this time. */
  readonly drainSeconds: number;
  readonly pollSeconds: number;
  /** From the decision until the worker takes work. */
  readonly startSeconds: number;
  readonly downSeconds: number;
}

/** What is asked of the system, second by second. */
export interface Demand {
  readonly seconds: number;
  /** Cold blocks a second that all organizations want at a moment. */
  readonly blocksPerSecond: (second: number) => number;
  readonly organizations: number;
  /** The share of one organization that asks for far more than the others; 0: none. */
  readonly noisyShare: number;
  /** Places of a worker, and processor seconds of a block: a median, and the spread of its logarithm. */
  readonly places: number;
  readonly blockSeconds: number;
  readonly spread: number;
  /** Whether organizations take turns; otherwise blocks go in the order of their arrival. */
  readonly isFair: boolean;
}

/** What people and the bill see. */
export interface Outcome {
  /** Seconds that blocks waited, without those of the noisy organization. */
  readonly waitP50: number;
  readonly waitP95: number;
  readonly waitP99: number;
  readonly noisyP95: number;
  readonly workersMost: number;
  readonly workerHours: number;
  /** Blocks that waited longer than ten seconds: their callers gave up. */
  readonly lost: number;
}

interface Block {
  readonly organization: number;
  readonly atMs: number;
}

/** Time goes in steps of so many milliseconds: a tenth of a block. */
const STEP_MS = 5;

const GIVE_UP_MS = 10_000;

/**
 * Simulates queue, turns and autoscaler: arrivals are Poisson, organizations ask by Zipf's law, service times
 * are lognormal. The same seed gives the same outcome.
 */
export function simulate(demand: Demand, scaling: Scaling, seed: number): Outcome {
  const random = seededRandom(seed);
  const pickOrganization = organizationsByZipf(demand, random);
  const queues = new Queues(demand.isFair);
  const busy: number[] = [];
  const autoscaler = new Autoscaler(scaling);
  const waits: number[] = [];
  const noisyWaits: number[] = [];
  let [workerMs, lost, nextArrivalMs] = [0, 0, 0];
  for (let now = 0; now < demand.seconds * 1_000; now += STEP_MS) {
    while (nextArrivalMs <= now) {
      queues.add({ organization: pickOrganization(), atMs: nextArrivalMs });
      nextArrivalMs += (-Math.log(1 - random()) / demand.blocksPerSecond(now / 1_000)) * 1_000;
    }
    removeEnded(busy, now);
    lost += queues.forget(now - GIVE_UP_MS);
    const wanted = busy.length + (queues.size * demand.blockSeconds) / scaling.drainSeconds;
    const workers = autoscaler.step(now, wanted);
    while (busy.length < workers * demand.places) {
      const block = queues.next();
      if (block === undefined) break;
      const isNoisy = demand.noisyShare > 0 && block.organization === 0;
      (isNoisy ? noisyWaits : waits).push((now - block.atMs) / 1_000);
      busy.push(now + demand.blockSeconds * 1_000 * Math.exp(demand.spread * gaussian(random)));
    }
    workerMs += workers * STEP_MS;
  }
  const at = (values: number[], share: number) =>
    values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(share * values.length))] ?? 0;
  return {
    waitP50: at(waits, 0.5),
    waitP95: at(waits, 0.95),
    waitP99: at(waits, 0.99),
    noisyP95: at(noisyWaits, 0.95),
    workersMost: autoscaler.most,
    workerHours: workerMs / 3_600_000,
    lost,
  };
}

function removeEnded(busy: number[], now: number): void {
  for (let index = busy.length - 1; index >= 0; index -= 1) {
    if (busy[index]! > now) continue;
    busy[index] = busy.at(-1)!;
    busy.pop();
  }
}

function gaussian(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** The first organization is the noisy one, if there is one; the others ask in proportion to 1, 1/2, 1/3 … */
function organizationsByZipf({ organizations, noisyShare }: Demand, random: () => number): () => number {
  const first = noisyShare > 0 ? 1 : 0;
  const weights = Array.from({ length: organizations }, (_, index) => 1 / (index + 1));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return () => {
    if (noisyShare > 0 && random() < noisyShare) return 0;
    let left = random() * total;
    const index = weights.findIndex((weight) => (left -= weight) <= 0);
    return first + Math.max(0, index);
  };
}

/** Blocks that wait, in turns: the organization that was served least recently is next. */
class Queues {
  size = 0;
  readonly #isFair: boolean;
  readonly #waiting = new Map<number, Block[]>();
  readonly #served = new Map<number, number>();
  #turn = 0;

  constructor(isFair: boolean) {
    this.#isFair = isFair;
  }

  add(block: Block): void {
    const key = this.#isFair ? block.organization : 0;
    const waiting = this.#waiting.get(key);
    if (waiting === undefined) this.#waiting.set(key, [block]);
    else waiting.push(block);
    this.size += 1;
  }

  next(): Block | undefined {
    let [best, servedAt] = [-1, Infinity];
    for (const organization of this.#waiting.keys()) {
      const at = this.#served.get(organization) ?? -1;
      if (at < servedAt) [best, servedAt] = [organization, at];
    }
    const waiting = this.#waiting.get(best);
    if (waiting === undefined) return undefined;
    this.#served.set(best, (this.#turn += 1));
    const block = waiting.shift();
    if (waiting.length === 0) this.#waiting.delete(best);
    this.size -= 1;
    return block;
  }

  /** Drops blocks that were asked for before a time: their callers have gone. Returns how many. */
  forget(beforeMs: number): number {
    let count = 0;
    for (const [organization, waiting] of this.#waiting) {
      while ((waiting[0]?.atMs ?? Infinity) < beforeMs) {
        waiting.shift();
        count += 1;
      }
      if (waiting.length === 0) this.#waiting.delete(organization);
    }
    this.size -= count;
    return count;
  }
}

/** KEDA with the triggers of the chart, and the behaviour of Kubernetes' autoscaler. */
class Autoscaler {
  most = 0;
  readonly #scaling: Scaling;
  #workers: number;
  /** When workers that were asked for begin to work. */
  #starting: number[] = [];
  /** What was wanted lately: scaling in follows the most of it. */
  #wanted: { atMs: number; workers: number }[] = [];
  #lastRemovedMs = -Infinity;

  constructor(scaling: Scaling) {
    this.#scaling = scaling;
    this.#workers = scaling.min;
  }

  step(now: number, wantedPlaces: number): number {
    const { pollSeconds, min, max, placesPerWorker, startSeconds, downSeconds } = this.#scaling;
    const ready = this.#starting.filter((at) => at <= now).length;
    this.#workers += ready;
    if (ready > 0) this.#starting = this.#starting.filter((at) => at > now);
    if (now % (pollSeconds * 1_000) === 0) {
      const there = this.#workers + this.#starting.length;
      const wanted = Math.min(max, Math.max(min, Math.ceil(wantedPlaces / placesPerWorker)));
      this.#wanted = [
        ...this.#wanted.filter(({ atMs }) => atMs > now - downSeconds * 1_000),
        { atMs: now, workers: wanted },
      ];
      const lately = Math.max(...this.#wanted.map(({ workers }) => workers));
      for (let more = there; more < wanted; more += 1) this.#starting.push(now + startSeconds * 1_000);
      if (lately < this.#workers && this.#starting.length === 0 && now - this.#lastRemovedMs >= 60_000) {
        this.#workers -= 1;
        this.#lastRemovedMs = now;
      }
    }
    this.most = Math.max(this.most, this.#workers);
    return this.#workers;
  }
}
