import { InputError } from "../../core/errors.ts";
import { mosaicFault, type Mosaic } from "../../core/tiles/mosaic.ts";

/** The mosaic itself; throws an InputError when its rule lacks its property. */
export function checkedMosaic(mosaic: Mosaic): Mosaic {
  const fault = mosaicFault(mosaic);
  if (fault !== undefined) throw InputError.at("mosaic_property", fault);
  return mosaic;
}
