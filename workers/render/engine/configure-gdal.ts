import gdal from "gdal-async";

// Coordinates are x, y (longitude, latitude; easting, northing) whatever the authority's axis order.
gdal.config.set("OSR_DEFAULT_AXIS_MAPPING_STRATEGY", "TRADITIONAL_GIS_ORDER");
// GDAL neither lists the folder of a raster nor reads sidecar files in it.
gdal.config.set("GDAL_DISABLE_READDIR_ON_OPEN", "EMPTY_DIR");
gdal.config.set("GDAL_PAM_ENABLED", "NO");

export { gdal };

/** Sets the block cache of this process and any further GDAL configuration options. */
export function configureGdal(options: {
  cacheMegabytes: number;
  options: Readonly<Record<string, string>>;
}): void {
  gdal.config.set("GDAL_CACHEMAX", String(options.cacheMegabytes));
  for (const [name, value] of Object.entries(options.options)) gdal.config.set(name, value);
}
