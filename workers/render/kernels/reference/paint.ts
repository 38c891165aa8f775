// The kernels of ../assembly/paint.ts in plain TypeScript: what they mean, not how they are fast.

/** How a band's values become bytes. */
export interface Stretch {
  readonly low: number;
  readonly factor: number;
}

/** Red, green, blue and opacity of each pixel, in single precision; all zero where the opacity is. */
export function paintBands(
  bands: readonly [readonly number[], readonly number[], readonly number[]],
  opacity: readonly number[],
  stretches: readonly [Stretch, Stretch, Stretch],
): number[] {
  const byteOf = (value: number, { low, factor }: Stretch) => {
    const stretched = Math.fround(Math.fround(value - Math.fround(low)) * Math.fround(factor));
    return Uint8ClampedArray.of(stretched)[0] ?? 0;
  };
  return opacity.flatMap((dense, pixel) =>
    dense === 0
      ? [0, 0, 0, 0]
      : [...bands.map((band, index) => byteOf(band[pixel] ?? 0, stretches[index] ?? stretches[0])), dense],
  );
}

/** Pixels over an opaque background, three bytes each, rounded to the nearest. */
export function flatten(rgba: readonly number[], background: readonly [number, number, number]): number[] {
  return pixelsOf(rgba).flatMap(([red, green, blue, dense]) =>
    [red, green, blue].map((value, channel) =>
      Math.floor((value * dense + (background[channel] ?? 0) * (255 - dense) + 127) / 255),
    ),
  );
}

/** The pixels of a list of bytes, four each. */
export function pixelsOf(rgba: readonly number[]): [number, number, number, number][] {
  return Array.from({ length: rgba.length / 4 }, (_, pixel) => {
    const [red = 0, green = 0, blue = 0, dense = 0] = rgba.slice(pixel * 4, pixel * 4 + 4);
    return [red, green, blue, dense];
  });
}
