import { BUILT_IN_FORMULAS, type BandFormula } from "./band-formulas.ts";
import { commonBandOf, type CommonBand } from "./common-bands.ts";
import { bindBands, ExpressionFault, formatExpression } from "./expression.ts";

/** What a visualization draws. */
export const VISUALIZATION_KINDS = ["rgb", "index", "elevation", "raw"] as const;

/** One way to draw a file, in the words of `items.tile.render`. */
export interface Visualization {
  readonly id: string;
  readonly label: string;
  readonly kind: (typeof VISUALIZATION_KINDS)[number];
  readonly asset: string | null;
  readonly bands: number[] | null;
  readonly expression: string | null;
  readonly colormap: string | null;
  /** `low,high`. */
  readonly rescale: string | null;
  readonly is_default: boolean;
  readonly category: string | null;
  readonly description: string;
}

/** What is known of the file. */
export interface VisualizedFile {
  /** Bands, from 1, by what they see, in any spelling. */
  readonly bandRoles: Readonly<Record<string, number>>;
  readonly holdsHeights: boolean;
  /** How it is drawn now: in place of an automatic stretch and of no colours. */
  readonly rescale: string | null;
  readonly colormap: string | null;
  readonly asset: string | null;
}

const COMPOSITES: readonly (readonly [
  id: string,
  label: string,
  bands: readonly CommonBand[],
  text: string,
])[] = [
  ["true_color", "True colour", ["red", "green", "blue"], "As the eye sees it."],
  ["color_infrared", "Colour infrared", ["nir", "red", "green"], "Vegetation is red."],
  ["swir", "Short-wave infrared", ["swir22", "nir", "red"], "Burnt and bare ground is red."],
  ["agriculture", "Agriculture", ["swir16", "nir", "blue"], "Vigorous crops are green."],
  ["urban", "Urban", ["swir22", "swir16", "red"], "Built-up areas are magenta, vegetation is green."],
];

type Partial = Omit<Visualization, "asset" | "is_default">;

/**
 * The ways to draw a file, the default one first: composites and formulas whose bands are there, heights, and
 * each band by itself.
 */
export function visualizationsFor(
  file: VisualizedFile,
  formulas: readonly (BandFormula & { readonly id: string })[],
): Visualization[] {
  const roles = new Map<string, number>();
  for (const [name, band] of Object.entries(file.bandRoles)) {
    roles.set(name, band);
    const common = commonBandOf(name);
    if (common !== undefined && !roles.has(common)) roles.set(common, band);
  }
  const bandOf = (name: string) => roles.get(name) ?? roles.get(commonBandOf(name) ?? "");
  const found = [
    ...(file.holdsHeights ? heightViews(bandOf("elevation") ?? firstBand(file), file) : []),
    ...composites(bandOf, file),
    ...indices(bandOf, formulas),
    ...rawViews(file),
  ];
  return found.map((each, index) => ({ ...each, asset: file.asset, is_default: index === 0 }));
}

const firstBand = ({ bandRoles }: VisualizedFile) => Object.values(bandRoles).sort((a, b) => a - b)[0] ?? 1;

function composites(bandOf: (name: string) => number | undefined, { rescale }: VisualizedFile): Partial[] {
  return COMPOSITES.flatMap(([id, label, names, description]) => {
    const bands = names.map(bandOf);
    if (!bands.every((band) => band !== undefined)) return [];
    return [
      {
        id,
        label,
        kind: "rgb" as const,
        bands,
        rescale,
        description,
        expression: null,
        colormap: null,
        category: "composite",
      },
    ];
  });
}

function indices(
  bandOf: (name: string) => number | undefined,
  formulas: readonly (BandFormula & { readonly id: string })[],
): Partial[] {
  const builtIn = BUILT_IN_FORMULAS.map((formula) => ({ ...formula, id: formula.name }));
  return [...formulas, ...builtIn].flatMap((formula) => {
    const expression = boundText(formula.formula, bandOf);
    if (expression === undefined) return [];
    return [
      {
        id: formula.id,
        label: formula.display_name ?? formula.name,
        kind: "index" as const,
        bands: null,
        expression,
        colormap: formula.colormap,
        rescale: formula.value_range.join(","),
        category: formula.category,
        description: formula.description ?? "",
      },
    ];
  });
}

function boundText(formula: string, bandOf: (name: string) => number | undefined): string | undefined {
  try {
    return formatExpression(bindBands(formula, bandOf));
  } catch (error) {
    if (error instanceof ExpressionFault) return undefined;
    throw error;
  }
}

function heightViews(band: number, { rescale, colormap }: VisualizedFile): Partial[] {
  return [
    {
      id: "elevation",
      label: "Elevation",
      kind: "elevation" as const,
      bands: [band],
      rescale,
      expression: null,
      colormap: colormap ?? "dem",
      category: "elevation",
      description: "Heights in colours.",
    },
  ];
}

function rawViews({ bandRoles, rescale, colormap }: VisualizedFile): Partial[] {
  const entries = Object.entries(bandRoles);
  // One view of a band, whatever names it has; without any, of the first.
  const bands = new Map(
    (entries.length === 0 ? [["", 1] as const] : entries).map(([name, band]) => [band, name]),
  );
  return [...bands]
    .sort(([a], [b]) => a - b)
    .map(([band, name]) => ({
      id: `band_${band}`,
      label: name === "" ? `Band ${band}` : `Band ${band}: ${name}`,
      kind: "raw" as const,
      bands: [band],
      expression: null,
      colormap,
      rescale,
      category: "band",
      description: "",
    }));
}
