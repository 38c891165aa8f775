/** What a person has chosen in the style editor. */
export interface StyleChoice {
  readonly kind: "rgb" | "band" | "expression";
  /** Three bands of a colour picture, by their place. */
  readonly bands: readonly [string, string, string];
  readonly band: string;
  readonly expression: string;
  readonly colorMap: string;
  /** Empty for an automatic stretch. */
  readonly low: string;
  readonly high: string;
}

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
  "rdbu_r",
  "vik",
  "delta",
  "algae",
] as const;

/** The stretch, once both of its ends are numbers. */
function rangeOf({ low, high }: StyleChoice): readonly [number, number] | undefined {
  if (low.trim() === "" || high.trim() === "") return undefined;
  const range = [Number(low), Number(high)] as const;
  return range.every(Number.isFinite) ? range : undefined;
}

/** The inputs of a picture in a style that is not saved. */
export function drawingOf(choice: StyleChoice): Readonly<Record<string, string>> {
  const range = rangeOf(choice);
  const rescale = range === undefined ? {} : { rescale: range.join(",") };
  switch (choice.kind) {
    case "rgb":
      return { bands: choice.bands.join(","), ...rescale };
    case "band":
      return { bands: choice.band, colormap: choice.colorMap, ...rescale };
    case "expression":
      return { expression: choice.expression, colormap: choice.colorMap, ...rescale };
  }
}

/** The same style as a profile. */
export function profileOf(choice: StyleChoice): { readonly type: string; readonly config: object } {
  const range = rangeOf(choice);
  const rescale = range === undefined ? {} : { rescale: range };
  switch (choice.kind) {
    case "rgb":
      return { type: "rgb", config: { bands: choice.bands.map(Number), ...rescale } };
    case "band":
      return {
        type: "singleband",
        config: { band: Number(choice.band), colormap: choice.colorMap, ...rescale },
      };
    case "expression": {
      const { expression, colorMap: colormap } = choice;
      return { type: "expression", config: { expression, colormap, ...rescale } };
    }
  }
}

/** The expression whose values the histogram shows. */
export function valuesOf({ kind, bands, band, expression }: StyleChoice): string {
  switch (kind) {
    case "rgb":
      return `b${bands[0]}`;
    case "band":
      return `b${band}`;
    case "expression":
      return expression;
  }
}
