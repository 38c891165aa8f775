import { ProblemError } from "../../core/errors.ts";

/** Refuses a collection that the named project does not have, as if it did not exist. */
export function requireCollectionOfProject(
  collection: { readonly project_id: string },
  project: { readonly id: string },
): void {
  if (collection.project_id !== project.id) throw new ProblemError("not_found", "No such collection.");
}
