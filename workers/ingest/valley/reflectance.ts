/** Surface reflectance times 10,000 in blue, green, red and near infrared: the four 10 m bands of Sentinel-2 (B2, B3, B4, B8). */
export type Reflectance = readonly [blue: number, green: number, red: number, nearInfrared: number];

/** Typical values of what lies on the ground in late spring. */
export const GROUND = {
  river: [640, 720, 520, 210],
  bank: [1150, 1380, 1500, 2050],
  conifers: [205, 330, 215, 2150],
  leafTrees: [255, 520, 275, 3650],
  meadow: [430, 830, 560, 3500],
  road: [1180, 1280, 1370, 1800],
  track: [620, 900, 860, 2450],
  garden: [480, 720, 600, 2700],
} as const satisfies Record<string, Reflectance>;

/** What fields carry, each as often as its share says. */
export const CROPS: readonly { readonly share: number; readonly reflectance: Reflectance }[] = [
  { share: 0.24, reflectance: [330, 690, 400, 4450] },
  { share: 0.16, reflectance: [400, 800, 520, 3800] },
  { share: 0.1, reflectance: [560, 1290, 1080, 4500] },
  { share: 0.17, reflectance: [860, 1120, 1390, 2150] },
  { share: 0.1, reflectance: [1080, 1430, 1800, 2750] },
  { share: 0.11, reflectance: [660, 950, 1030, 2650] },
  { share: 0.12, reflectance: [450, 860, 590, 3450] },
];

/** Roofs of tile, metal, concrete and bitumen. */
export const ROOFS: readonly Reflectance[] = [
  [930, 1060, 1560, 2050],
  [1020, 1090, 1430, 1900],
  [1850, 1950, 2000, 2250],
  [1250, 1320, 1380, 1650],
  [740, 800, 850, 1250],
];
