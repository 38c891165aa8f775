import type { Histogram, Registry } from "prom-client";

interface Value {
  readonly metricName: string;
  readonly labels: Readonly<Record<string, string | number>>;
  readonly value: number;
}

interface Options {
  readonly name: string;
  readonly help: string;
  /** Upper bounds of the buckets in seconds, ascending. */
  readonly buckets: readonly number[];
  readonly registry: Registry;
}

/**
 * A histogram of seconds by route and status, with the output of prom-client's. An observation costs a
 * twentieth: prom-client joins the labels into a text each time, which costs as much as finding a cached
 * tile.
 */
export class RequestTimes {
  readonly #series = new Map<string, RequestSeries>();
  readonly #options: Options;

  constructor(options: Options) {
    this.#options = options;
    const { name, registry } = options;
    const metric = { name, get: () => this.#get(), reset: () => this.#series.clear() };
    // The registry uses no more of a metric than this, although its types require more.
    registry.registerMetric(metric as unknown as Histogram);
  }

  /** The series of a route and a status class; hot paths keep it. */
  of(route: string, status: string): RequestSeries {
    const name = `${status} ${route}`;
    let series = this.#series.get(name);
    if (series === undefined) {
      series = new RequestSeries(route, status, this.#options.buckets);
      this.#series.set(name, series);
    }
    return series;
  }

  #get() {
    const { name, help } = this.#options;
    const values = [...this.#series.values()].flatMap((series) => series.values(name));
    return Promise.resolve({ name, help, type: "histogram", values, aggregator: "sum" });
  }
}

/** The requests of one route and status class. */
export class RequestSeries {
  readonly #labels: { readonly route: string; readonly status: string };
  readonly #buckets: readonly number[];
  /** Observations by bucket, those beyond the last one at the end. */
  readonly #counts: number[];
  #sum = 0;

  constructor(route: string, status: string, buckets: readonly number[]) {
    this.#labels = { route, status };
    this.#buckets = buckets;
    this.#counts = Array<number>(buckets.length + 1).fill(0);
  }

  /** Counts a request by its duration in seconds. */
  observe(seconds: number): void {
    let bucket = 0;
    while (seconds > (this.#buckets[bucket] ?? Infinity)) bucket += 1;
    this.#counts[bucket] = (this.#counts[bucket] ?? 0) + 1;
    this.#sum += seconds;
  }

  /** The values for Prometheus. */
  values(metric: string): Value[] {
    const labels = this.#labels;
    let count = 0;
    const buckets = this.#counts.map((own, index) => {
      count += own;
      const le = this.#buckets[index] ?? "+Inf";
      return { metricName: `${metric}_bucket`, labels: { le, ...labels }, value: count };
    });
    return [
      ...buckets,
      { metricName: `${metric}_sum`, labels, value: this.#sum },
      { metricName: `${metric}_count`, labels, value: count },
    ];
  }
}
