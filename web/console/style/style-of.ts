/** What a person has chosen in the style editor; numbers are as typed, and empty for what is automatic. */
export interface StyleChoice {
  readonly kind: "rgb" | "band" | "expression" | "expressions";
  /** Three bands of a colour picture, by their place. */
  readonly bands: Three;
  readonly band: string;
  readonly expression: string;
  /** Three calculations as a colour picture. */
  readonly expressions: Three;
  /** One of {@link COLOR_MAPS}, or colours of one's own: see {@link ownColours}. */
  readonly colorMap: string;
  readonly isReversed: boolean;
  readonly ownColours: string;
  readonly low: string;
  readonly high: string;
  readonly algorithm: (typeof ALGORITHMS)[number];
  /** Between contour lines. */
  readonly interval: string;
  readonly resampling: "" | (typeof RESAMPLINGS)[number];
  readonly gamma: string;
  readonly contrast: string;
  readonly saturation: string;
  readonly nodata: string;
  readonly background: string;
  /** Whether scale and offset of the bands count. */
  readonly isUnscaled: boolean;
}

type Three = readonly [string, string, string];

/** Colour maps to choose from; the API knows many more. */
export const COLOR_MAPS = [
  "viridis",
  "cividis",
  "magma",
  "inferno",
  "batlow",
  "turbo",
  "gray",
  "terrain",
  "ylgn",
  "rdylgn",
  "rdbu",
  "vik",
  "delta",
  "algae",
] as const;

/** Stands among colour maps for stops or classes that a person types. */
export const OWN_COLOURS = "own";

/** What is calculated of the heights in one band, if anything. */
export const ALGORITHMS = ["", "hillshade", "relief", "slope", "contours"] as const;

/** How pixels are mixed when a picture is made smaller or larger. */
export const RESAMPLINGS = ["nearest", "bilinear", "cubic", "mode"] as const;

/** The choice that the editor of an image begins with. */
export function firstChoice(bandCount: number): StyleChoice {
  return {
    kind: bandCount >= 3 ? "rgb" : "band",
    bands: bandCount >= 3 ? ["1", "2", "3"] : ["1", "1", "1"],
    band: "1",
    expression: bandCount >= 2 ? "(b2-b1)/(b2+b1)" : "b1",
    expressions: bandCount >= 3 ? ["b1", "b2", "b3"] : ["b1", "b1", "b1"],
    colorMap: "viridis",
    isReversed: false,
    ownColours: "",
    low: "",
    high: "",
    algorithm: "",
    interval: "",
    resampling: "",
    gamma: "",
    contrast: "",
    saturation: "",
    nodata: "",
    background: "",
    isUnscaled: false,
  };
}

/** The style as a profile; what is empty is left out, and what is no number is sent as it was typed. */
export function profileOf(choice: StyleChoice): { readonly type: string; readonly config: object } {
  const common = { ...rescaleOf(choice), ...adjustmentsOf(choice) };
  switch (choice.kind) {
    case "rgb":
      return { type: "rgb", config: { bands: choice.bands.map(Number), ...common } };
    case "band": {
      const colours = choice.algorithm === "" ? { colormap: colorMapOf(choice) } : {};
      return {
        type: "singleband",
        config: { band: Number(choice.band), ...colours, ...algorithmOf(choice), ...common },
      };
    }
    case "expression": {
      const { expression } = choice;
      return {
        type: "expression",
        config: { expression, colormap: colorMapOf(choice), rescale: "auto", ...common },
      };
    }
    case "expressions":
      return { type: "multiband", config: { expressions: choice.expressions, rescale: "auto", ...common } };
  }
}

/** The expression whose values the histogram shows. */
export function valuesOf({ kind, bands, band, expression, expressions }: StyleChoice): string {
  switch (kind) {
    case "rgb":
      return `b${bands[0]}`;
    case "band":
      return `b${band}`;
    case "expression":
      return expression;
    case "expressions":
      return expressions[0];
  }
}

/** The stretch, once both of its ends are numbers. */
function rescaleOf({ low, high }: StyleChoice): { readonly rescale?: readonly [number, number] } {
  if (low.trim() === "" || high.trim() === "") return {};
  const range = [Number(low), Number(high)] as const;
  return range.every(Number.isFinite) ? { rescale: range } : {};
}

function adjustmentsOf(choice: StyleChoice): object {
  const { gamma, saturation, contrast, nodata, resampling, background, isUnscaled } = choice;
  return {
    ...given("gamma", gamma, numberOr),
    ...given("saturation", saturation, numberOr),
    ...given("sigmoidal", contrast, (text) => ({ contrast: numberOr(text) })),
    ...given("nodata", nodata, numberOr),
    ...given("resampling", resampling, String),
    ...given("background", background, String),
    ...(isUnscaled ? { unscale: true } : {}),
  };
}

function algorithmOf({ algorithm, interval }: StyleChoice): object {
  if (algorithm === "") return {};
  return {
    algorithm: { name: algorithm, ...(algorithm === "contours" ? { interval: Number(interval) } : {}) },
  };
}

/** Lines such as `0: #440154` are stops, `0..5: #440154` intervals; `= 3: #440154` is a class. */
function colorMapOf({ colorMap, isReversed, ownColours }: StyleChoice): unknown {
  if (colorMap !== OWN_COLOURS) return isReversed ? `${colorMap}_r` : colorMap;
  const lines = ownColours
    .split("\n")
    .map((line) => /^\s*(=)?\s*(\S+?)(?:\.\.(\S+?))?\s*:\s*(\S+)\s*$/.exec(line))
    .flatMap((match) => (match === null ? [] : [match]));
  const [first] = lines;
  if (first?.[1] !== undefined) {
    return { classes: Object.fromEntries(lines.map(([, , value, , color]) => [value, color])) };
  }
  if (first?.[3] !== undefined) {
    return { intervals: lines.map(([, , from, to, color]) => [Number(from), Number(to), color]) };
  }
  return { stops: lines.map(([, , value, , color]) => [Number(value), color]) };
}

function given(name: string, text: string, read: (text: string) => unknown): object {
  return text.trim() === "" ? {} : { [name]: read(text.trim()) };
}

function numberOr(text: string): number | string {
  const value = Number(text);
  return Number.isNaN(value) ? text : value;
}
