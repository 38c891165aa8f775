import { formatTable } from "../../infra/terminal.ts";
import { simulate, type Demand, type Scaling } from "./simulation.ts";

/*
 * npx tsx bench/scale/main.ts: what the autoscaler's numbers mean for waiting people and for the bill.
 * docs/scale.md holds the tables.
 */

/** Of the chart, for render workers. */
const CHART: Scaling = {
  min: 2,
  max: 40,
  placesPerWorker: 3,
  drainSeconds: 5,
  pollSeconds: 10,
  startSeconds: 25,
  downSeconds: 300,
};

/**
 * Four places on two processors: a block of a map view (some eight tiles) takes 45 ms of a processor, and
 * twice as long where two places share one.
 */
const USUAL: Demand = {
  seconds: 1_800,
  blocksPerSecond: () => 60,
  organizations: 100,
  noisyShare: 0,
  places: 4,
  blockSeconds: 0.09,
  spread: 0.6,
  isFair: true,
};

const SEEDS = [1, 2, 3];

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

function row(name: string, demand: Demand, scaling: Scaling): string[] {
  const outcomes = SEEDS.map((seed) => simulate(demand, scaling, seed));
  const of = (field: keyof (typeof outcomes)[number], digits: number) =>
    median(outcomes.map((outcome) => outcome[field])).toFixed(digits);
  return [
    name,
    of("waitP50", 2),
    of("waitP95", 2),
    of("waitP99", 2),
    demand.noisyShare > 0 ? of("noisyP95", 2) : "",
    of("lost", 0),
    of("workersMost", 0),
    of("workerHours", 2),
  ];
}

const HEADINGS = ["", "wait p50 (s)", "p95", "p99", "noisy p95", "given up", "workers, most", "worker hours"];

const fold = (times: number) => (second: number) => (second < 600 ? 60 : second < 1_200 ? 60 * times : 60);

const tables: Readonly<Record<string, string[][]>> = {
  "Demand that grows at once for ten minutes, and the chart's numbers": [1, 3, 10, 20].map((times) =>
    row(`x ${times}`, { ...USUAL, blocksPerSecond: fold(times) }, CHART),
  ),
  "x 3, by seconds in which what waits is to end": [1, 2, 5, 10, 30].map((drainSeconds) =>
    row(`${drainSeconds}`, { ...USUAL, blocksPerSecond: fold(3) }, { ...CHART, drainSeconds }),
  ),
  "x 10, by wanted places for each worker (of four)": [2, 2.5, 3, 3.5, 4].map((placesPerWorker) =>
    row(`${placesPerWorker}`, { ...USUAL, blocksPerSecond: fold(10) }, { ...CHART, placesPerWorker }),
  ),
  "x 10, by seconds until a worker works": [10, 25, 60, 120].map((startSeconds) =>
    row(`${startSeconds}`, { ...USUAL, blocksPerSecond: fold(10) }, { ...CHART, startSeconds }),
  ),
  "x 3, by seconds before a worker goes": [60, 300, 900].map((downSeconds) =>
    row(`${downSeconds}`, { ...USUAL, blocksPerSecond: fold(3) }, { ...CHART, downSeconds }),
  ),
  "One organization asks for nine tenths of ten times as much, 8 workers at most": [true, false].map(
    (isFair) =>
      row(
        isFair ? "turns" : "in order of arrival",
        { ...USUAL, blocksPerSecond: fold(10), noisyShare: 0.9, isFair },
        { ...CHART, max: 8 },
      ),
  ),
};

for (const [title, rows] of Object.entries(tables)) {
  process.stdout.write(`${title}\n${formatTable(HEADINGS, rows)}\n`);
}
