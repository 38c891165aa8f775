import gdal from "gdal-async";

/**
 * Writes a GeoTIFF whose pixels are v + vi for each value v of another one: a phase of an eighth of a turn.
 * GDAL's binding cannot write complex numbers itself.
 */
export function writeComplex(path: string, real: string, translation: readonly string[] = []): void {
  const plain = gdal.open(real);
  const { x: width, y: height } = plain.rasterSize;
  const place =
    plain.geoTransform === null ? "" : `<GeoTransform>${plain.geoTransform.join()}</GeoTransform>`;
  const crs = plain.srs === null ? "" : `<SRS>${plain.srs.toProj4()}</SRS>`;
  plain.close();
  const source = `<SimpleSource><SourceFilename>${real}</SourceFilename><SourceBand>1</SourceBand></SimpleSource>`;
  const xml = `<VRTDataset rasterXSize="${width}" rasterYSize="${height}">${crs}${place}
    <VRTRasterBand dataType="CFloat32" band="1" subClass="VRTDerivedRasterBand">
      <PixelFunctionType>complex</PixelFunctionType><SourceTransferType>Float32</SourceTransferType>
      ${source}${source}</VRTRasterBand></VRTDataset>`;
  const described = gdal.open(xml, "r", ["VRT"]);
  gdal.translate(path, described, ["-of", "GTiff", ...translation]).close();
  described.close();
}
