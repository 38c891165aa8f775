/** What a raster may claim before anything is allocated for it. */
export const RASTER_LIMITS = {
  /** A million pixels a side: the whole earth at 40 m. */
  sidePixelsMax: 1_048_576,
  bandsMax: 1024,
  /** One decoded block; a strip or tile larger than this cannot be read in part. */
  blockBytesMax: 128 * 1024 * 1024,
  overviewsMax: 32,
} as const;
