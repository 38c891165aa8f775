/** The columns of an item that its STAC document is made of. */
export const STAC_SOURCE_FIELDS = [
  "id",
  "stac_id",
  "name",
  "description",
  "geometry",
  "bbox",
  "datetime",
  "start_datetime",
  "end_datetime",
  "cloud_cover",
  "gsd",
  "properties",
  "stac_extensions",
  "created_at",
  "updated_at",
] as const;
