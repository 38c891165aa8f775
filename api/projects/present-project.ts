import { ProblemError } from "../../core/errors.ts";
import { z } from "zod";
import { PROJECT_ROLES } from "../../core/access/access.ts";
import type { MemberRow, ProjectRow } from "../../storage/catalog/projects.ts";
import { answeredTimestamp } from "../operations/schemas.ts";
import { answeredTags } from "../operations/tag-schemas.ts";
import { toWire } from "../operations/wire.ts";

/** The regions that can keep a project's data. */
export const REGIONS = ["australia-southeast1", "asia-southeast1", "us-west1", "europe-west1"] as const;

/** A project as it is answered. */
export const projectResponseSchema = z.object({
  id: z.string(),
  organization_id: z.string(),
  name: z.string(),
  description: z.string().nullable().optional(),
  gcs_region: z.enum(REGIONS).nullable().optional(),
  gcs_bucket_name: z.string().nullable().optional(),
  is_archived: z.boolean().default(false),
  tags: answeredTags.optional(),
  created_at: answeredTimestamp,
  updated_at: answeredTimestamp,
});

/** See {@link projectResponseSchema}. */
export function presentProject(row: ProjectRow) {
  return toWire(row, [
    "id",
    "organization_id",
    "name",
    "description",
    "gcs_region",
    "gcs_bucket_name",
    "is_archived",
    "tags",
    "created_at",
    "updated_at",
  ]);
}

/** A membership as it is answered. */
export const memberResponseSchema = z.looseObject({
  project_id: z.string(),
  user_id: z.string(),
  role: z.enum(PROJECT_ROLES),
  created_at: answeredTimestamp,
  updated_at: answeredTimestamp,
});

/** See {@link memberResponseSchema}. */
export function presentMember(row: MemberRow) {
  return toWire(row, ["project_id", "user_id", "role", "created_at", "updated_at"]);
}

/** The refusal to leave a project without an administrator. */
export function lastAdmin(): ProblemError {
  return new ProblemError(
    "conflict",
    "A project keeps an administrator: give another member that role first.",
  );
}
