import { describe, expect, it } from "vitest";

type Position = readonly [number, number];
type Bounds = readonly [number, number, number, number];

/** The page's scripts are plain JavaScript for browsers; this says what those that also run here export. */
interface WebRules {
  readonly describeProblem: (answer: object) => { kind: string; text: string; seconds?: number };
  readonly describeWait: (seconds: number) => string;
  readonly formatPosition: (place: { lng: number; lat: number }, zoom: number) => string;
  readonly graticuleOver: (bounds: Bounds) => { coordinates: (readonly [Position, Position])[] };
  readonly boundsOf: (tilejson: { bounds?: Bounds }) => Bounds;
  readonly isGlobal: (tilejson: { bounds?: Bounds }) => boolean;
}

const load = async (name: string) =>
  (await import(new URL(`./${name}`, import.meta.url).href)) as Partial<WebRules>;

const rules = {
  ...(await load("problems.js")),
  ...(await load("readout.js")),
  ...(await load("graticule.js")),
  ...(await load("framing.js")),
} as WebRules;
const { describeProblem, describeWait, formatPosition, graticuleOver, boundsOf, isGlobal } = rules;

describe("problems in plain words", () => {
  it.each([401, 404, 422])("%s asks for another password and does not say which part is wrong", (status) => {
    expect(describeProblem({ status })).toEqual({
      kind: "retry",
      field: true,
      text: "That password does not open this link. Check both for typing errors.",
    });
  });

  it.each([
    ["revoked", "Its owner has withdrawn it. Ask the sender for a new one."],
    ["expired", "It has expired. Ask the sender for a new one."],
    ["target_deleted", "What it showed has been deleted. Ask the sender for a new one."],
    [undefined, "It has been withdrawn or has expired. Ask the sender for a new one."],
  ])("410 with reason %s ends it and says why", (reason, text) => {
    const problem = { reason };
    expect(describeProblem({ status: 410, problem })).toEqual({
      kind: "end",
      title: "This link is no longer valid",
      text,
    });
  });

  it.each([429, 503])("%s waits as long as Retry-After says", (status) => {
    expect(describeProblem({ status, retryAfterSeconds: 17 })).toMatchObject({ kind: "wait", seconds: 17 });
    expect(describeProblem({ status })).toMatchObject({ kind: "wait", seconds: expect.any(Number) });
  });

  it("no answer and an unexpected one may be tried again", () => {
    expect(describeProblem({ status: 0 }).text).toContain("cannot be reached");
    expect(describeProblem({ status: 500 }).text).toContain("(500)");
  });

  it("a wait is said in seconds, a long one in minutes", () => {
    expect([1, 2, 89, 90, 900].map((seconds) => describeWait(seconds))).toEqual([
      "1 second",
      "2 seconds",
      "89 seconds",
      "2 minutes",
      "15 minutes",
    ]);
  });
});

describe("positions", () => {
  it.each([
    [{ lng: 15.4827, lat: 48.3968 }, 10.1, "48.3968° N, 15.4827° E"],
    [{ lng: -70.1, lat: -33.4 }, 2, "33.4° S, 70.1° W"],
    [{ lng: 190, lat: 0 }, 0, "0.0° N, 170.0° W"],
    [{ lng: -541, lat: 0 }, 0, "0.0° N, 179.0° E"],
  ])("%j at zoom %s reads %s", (place, zoom, text) => {
    expect(formatPosition(place, zoom)).toBe(text);
  });
});

describe("the graticule", () => {
  it("has round degrees, five lines across or more, and stays on the map", () => {
    const { coordinates } = graticuleOver([10.3, 84, 12.9, 89]);
    const meridians = coordinates.filter(([[a], [b]]) => a === b).map(([[lon]]) => lon);
    expect(meridians).toEqual([10.5, 11, 11.5, 12, 12.5]);
    expect(Math.max(...coordinates.flat().map(([, lat]) => lat))).toBe(85);
  });

  it("has a bounded number of lines at every scale", () => {
    for (let span = 360; span > 0.003; span /= 1.7) {
      expect(graticuleOver([7, 46, 7 + span, 46 + span / 2]).coordinates.length).toBeLessThan(40);
    }
  });
});

describe("framing", () => {
  it("bounds over the antimeridian go on beyond 180", () => {
    expect(boundsOf({ bounds: [170, -20, -170, -10] })).toEqual([170, -20, 190, -10]);
  });

  it("without bounds it is the whole world, on a globe", () => {
    expect(boundsOf({})).toEqual([-180, -85.0511, 180, 85.0511]);
    expect(isGlobal({})).toBe(true);
    expect(isGlobal({ bounds: [10, 40, 20, 50] })).toBe(false);
  });
});
