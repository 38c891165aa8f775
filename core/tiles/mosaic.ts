/**
 * Which item of a collection lies on top where several have data: the earliest, the latest, or the one with
 * the highest or lowest number as a property. Items without the property lie below the others. Ties are
 * broken by time, the latest on top.
 */
export const MOSAIC_RULES = ["first", "last", "highest", "lowest"] as const;

/** One of {@link MOSAIC_RULES}. */
export type MosaicRule = (typeof MOSAIC_RULES)[number];

/** How the items of a collection are stacked. */
export interface Mosaic {
  readonly mosaic_rule: MosaicRule;
  /** For `highest` and `lowest`: a key of the items' properties, or `cloud_cover` or `gsd`. */
  readonly mosaic_property: string | null;
}

/** What is wrong with `mosaic_property`; undefined when it fits the rule. */
export function mosaicFault({ mosaic_rule: rule, mosaic_property: property }: Mosaic): string | undefined {
  const needsProperty = rule === "highest" || rule === "lowest";
  return needsProperty && property === null ? `is needed by the rule ${rule}` : undefined;
}
