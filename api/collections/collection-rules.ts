import { InputError, ProblemError } from "../../core/errors.ts";
import { mosaicFault, type Mosaic } from "../../core/tiles/mosaic.ts";

/** Returns a mosaic; throws an InputError when its rule lacks its property. */
export function requireMosaic(mosaic: Mosaic): Mosaic {
  const fault = mosaicFault(mosaic);
  if (fault !== undefined) throw InputError.at("mosaic_property", fault);
  return mosaic;
}

/** Refuses a collection of another project, as if it did not exist. */
export function requireCollectionOfProject(
  collection: { readonly project_id: string },
  project: { readonly id: string },
): void {
  if (collection.project_id !== project.id) throw new ProblemError("not_found", "No such collection.");
}
