/**
 * Surface reflectance times 10,000 in blue, green, red and near infrared: the four 10 m bands of Sentinel-2
 * (B2, B3, B4, B8).
 */
export type Reflectance = readonly [blue: number, green: number, red: number, nearInfrared: number];

/** Typical values of what lies on the ground in late spring, and of fair-weather clouds above it. */
export const GROUND = {
  river: [496, 622, 436, 190],
  bank: [726, 1000, 1119, 2000],
  conifers: [345, 546, 374, 2100],
  leafTrees: [374, 646, 447, 3300],
  meadow: [474, 830, 699, 3300],
  road: [712, 907, 951, 1700],
  track: [539, 815, 804, 2450],
  garden: [482, 769, 657, 2700],
  cloud: [1036, 1238, 1402, 3300],
} as const satisfies Record<string, Reflectance>;

/** What fields carry, each as often as its share says. */
export const CROPS: readonly { readonly share: number; readonly reflectance: Reflectance }[] = [
  { share: 0.26, reflectance: [410, 761, 531, 4200] },
  { share: 0.18, reflectance: [438, 807, 615, 3700] },
  { share: 0.08, reflectance: [460, 1000, 1035, 4300] },
  { share: 0.15, reflectance: [539, 784, 909, 2150] },
  { share: 0.07, reflectance: [669, 984, 1161, 2600] },
  { share: 0.12, reflectance: [575, 869, 930, 2650] },
  { share: 0.14, reflectance: [489, 854, 720, 3400] },
];

/** Roofs of tile, metal, concrete and bitumen. */
export const ROOFS: readonly Reflectance[] = [
  [590, 830, 1077, 1950],
  [590, 815, 993, 1850],
  [950, 1162, 1298, 1950],
  [791, 992, 1077, 1600],
  [597, 769, 762, 1250],
];
