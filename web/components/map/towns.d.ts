/** Made by `web/build/towns.ts`. */
declare module "virtual:towns" {
  /** Names in English, those of the largest towns first. */
  export const names: readonly string[];
  /** Longitude and latitude of each, in hundredths of a degree. */
  export const hundredths: readonly number[];
}
