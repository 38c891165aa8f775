import type { RasterInfo } from "../rasters/raster-info.ts";

const INKS = ["Cyan", "Magenta", "Yellow", "Black"] as const;

/** The full ink of a number type. */
const FULL: Readonly<Record<string, number>> = { Byte: 255, UInt16: 65_535 };

/**
 * Red, green and blue of a raster of four printing inks, as calculations in bytes; undefined for any other.
 * GDAL converts inks of 8 bits, CIELab and YCbCr itself.
 */
export function inkStyle({
  bands,
}: Pick<RasterInfo, "bands">): { readonly bands: number[]; readonly expressions: string[] } | undefined {
  const [cyan, magenta, yellow, black] = INKS.map(
    (ink) => bands.findIndex((band) => band.colorInterpretation === ink) + 1,
  );
  const full = FULL[bands[(cyan ?? 0) - 1]?.dataType ?? ""];
  if (!cyan || !magenta || !yellow || !black || full === undefined) return undefined;
  const light = (ink: number) => `(1-b${ink}/${full})*(1-b${black}/${full})*255`;
  return {
    bands: [cyan, magenta, yellow, black].sort((a, b) => a - b),
    expressions: [cyan, magenta, yellow].map(light),
  };
}
