// The kernels of ../assembly/masks.ts in plain TypeScript: what they mean, not how they are fast.

/**
 * 1 where a value is a number and not the missing one, nor within the tolerance of it; `round` keeps a
 * number's precision.
 */
export function dataMask(
  values: readonly number[],
  missing: number,
  tolerance: number,
  round: (value: number) => number,
): number[] {
  const isMissing = (value: number) =>
    Number.isNaN(value) || value === missing || Math.abs(round(value - missing)) <= tolerance;
  return values.map((value) => (isMissing(value) ? 0 : 1));
}

/** 255 where any mask is 1. */
export function joinMasks(masks: readonly (readonly number[])[]): number[] {
  const [first = []] = masks;
  return first.map((_, at) => (masks.some((mask) => mask[at] === 1) ? 255 : 0));
}

/** The lesser of two opacities at each place. */
export function lesserOpacity(one: readonly number[], other: readonly number[]): number[] {
  return one.map((opacity, at) => Math.min(opacity, other[at] ?? 255));
}

/** Where a band's values may be mixed, and the band with zeros elsewhere. */
export function usableValues(
  opacity: readonly number[] | null,
  valid: readonly number[] | null,
  values: readonly number[],
): { readonly usable: number[]; readonly values: number[] } {
  const isUsable = (at: number) => opacity?.[at] !== 0 && valid?.[at] !== 0;
  return {
    usable: values.map((_, at) => (isUsable(at) ? 1 : 0)),
    values: values.map((value, at) => (isUsable(at) ? value : 0)),
  };
}
