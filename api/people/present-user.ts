import { z } from "zod";
import type { UserRow } from "../../storage/accounts/users.ts";
import { toWire } from "../operations/wire.ts";

/** A person as they are answered. */
export const userResponseSchema = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  is_organization_admin: z.boolean(),
  /** When the person was disabled; null while they may sign in. */
  disabled_at: z.string().nullable(),
});

/** See {@link userResponseSchema}. */
export function presentUser(row: UserRow) {
  return toWire(row, ["id", "email", "name", "is_organization_admin", "disabled_at"]);
}
