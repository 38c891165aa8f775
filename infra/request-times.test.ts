import { Histogram, Registry } from "prom-client";
import { expect, test } from "vitest";
import { RequestTimes } from "./request-times.ts";

const NAMES = { name: "seconds", help: "Seconds." };
const BUCKETS = [0.001, 0.01, 1];

test("what Prometheus reads is to the letter what prom-client's histogram says", async () => {
  const [own, theirs] = [new Registry(), new Registry()];
  const times = new RequestTimes({ ...NAMES, buckets: BUCKETS, registry: own });
  const histogram = new Histogram({
    ...NAMES,
    labelNames: ["route", "status"] as const,
    buckets: BUCKETS,
    registers: [theirs],
  });
  for (const [route, status, seconds] of [
    ["/a/:b", "2xx", 0],
    ["/a/:b", "2xx", 0.001],
    ["/a/:b", "4xx", 0.5],
    ['/"c"', "2xx", 0.0011],
    ["/a/:b", "2xx", 7],
  ] as const) {
    times.of(route, status).observe(seconds);
    histogram.observe({ route, status }, seconds);
  }
  expect(await own.metrics()).toBe(await theirs.metrics());
  expect(await own.metrics()).toContain('seconds_bucket{le="0.001",route="/a/:b",status="2xx"} 2');
});
