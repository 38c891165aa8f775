import gdal from "gdal-async";
import { escapeXml } from "../../core/xml.ts";
import { RasterRefused } from "../render/errors.ts";

/** What is kept of complex numbers, by GDAL's name of the function; the phase is in radians, -π to π. */
const PARTS = [
  { name: "magnitude", pixelFunction: "mod" },
  { name: "phase", pixelFunction: "phase" },
] as const;

const WIDE_TYPES = new Set(["CInt32", "CFloat64"]);

/** Whether a dataset holds complex numbers. */
export function isComplex(dataset: gdal.Dataset): boolean {
  return dataset.bands.get(1).dataType?.startsWith("C") ?? false;
}

/**
 * A view of a file of complex numbers: the magnitude of each band, then the phase of each. Tiles read real
 * numbers only. The caller closes it.
 */
export function openComplexParts(path: string, dataset: gdal.Dataset): gdal.Dataset {
  const { x: width, y: height } = dataset.rasterSize;
  const sources = Array.from({ length: dataset.bands.count() }, (_, index) => index + 1);
  const bands = PARTS.flatMap((part) =>
    sources.map((source) => bandXml(path, dataset.bands.get(source), source, part)),
  );
  const transform = (dataset.geoTransform ?? []).join(", ");
  const xml = `<VRTDataset rasterXSize="${width}" rasterYSize="${height}">
    <SRS dataAxisToSRSAxisMapping="1,2">${escapeXml(dataset.srs?.toWKT() ?? "")}</SRS>
    <GeoTransform>${transform}</GeoTransform>${bands.map((band, index) => band(index + 1)).join("")}
  </VRTDataset>`;
  try {
    return gdal.open(xml, "r", ["VRT"]);
  } catch (error) {
    throw new RasterRefused(
      "complex_numbers",
      "Complex numbers are prepared without other files beside them: upload the raster alone.",
      { cause: error },
    );
  }
}

function bandXml(
  path: string,
  { dataType, noDataValue, description }: gdal.RasterBand,
  source: number,
  { name, pixelFunction }: (typeof PARTS)[number],
): (band: number) => string {
  const type = WIDE_TYPES.has(dataType ?? "") ? "Float64" : "Float32";
  const hasNodata = noDataValue !== null && name === "magnitude";
  return (band) => `<VRTRasterBand dataType="${type}" band="${band}" subClass="VRTDerivedRasterBand">
      <Description>${escapeXml([description, name].filter((word) => word !== "").join(" "))}</Description>
      ${hasNodata ? `<NoDataValue>${Math.abs(noDataValue)}</NoDataValue>` : ""}
      <PixelFunctionType>${pixelFunction}</PixelFunctionType>
      <SourceTransferType>${dataType}</SourceTransferType>
      <SimpleSource>
        <SourceFilename relativeToVRT="0">${escapeXml(path)}</SourceFilename>
        <SourceBand>${source}</SourceBand>
      </SimpleSource>
    </VRTRasterBand>`;
}
