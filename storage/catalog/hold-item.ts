import { ProblemError } from "../../core/errors.ts";
import type { Queryable } from "../database/database.ts";

/** An item as it was found: the rights to change it are those in this project. */
interface FoundItem {
  readonly id: string;
  readonly project_id: string;
}

/**
 * Makes others wait who change an item; throws a ProblemError `conflict` when it has been deleted or moved
 * since it was found, for then nothing is known of the caller's rights.
 */
export async function holdItem(
  transaction: Queryable,
  { id, project_id: projectId }: FoundItem,
): Promise<void> {
  const rows = await transaction`
    select from items where id = ${id} and project_id = ${projectId} and deleted_at is null for update`;
  if (rows.length > 0) return;
  throw new ProblemError("conflict", "The item has been deleted or moved to another project meanwhile.");
}

/**
 * Holds a collection until the transaction ends, so that it is not deleted while an item comes into it; a
 * ProblemError `not_found` when it is deleted. Several are held in the order of project, upload, collection,
 * item: otherwise two transactions could block each other.
 */
export async function holdCollection(transaction: Queryable, id: string | null | undefined): Promise<void> {
  if (typeof id !== "string") return;
  const rows = await transaction`select from collections where id = ${id} and deleted_at is null for share`;
  if (rows.length === 0) throw new ProblemError("not_found", "No such collection.");
}
