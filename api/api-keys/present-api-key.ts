import { z } from "zod";
import type { ApiKeyRow } from "../../storage/accounts/api-keys.ts";
import { toWire } from "../operations/wire.ts";

/** A key's metadata as it is answered. */
export const apiKeyResponseSchema = z.object({
  id: z.string(),
  prefix: z.string(),
  name: z.string(),
  permissions: z.array(z.string()),
  rate_limit: z.int().nullable().optional(),
  expires_at: z.string().nullable().optional(),
  revoked_at: z.string().nullable().optional(),
  last_used_at: z.string().nullable().optional(),
  created_at: z.string(),
  /** The key that made it: it ends with that key. */
  parent_id: z.string().nullable().optional(),
  /** The person it belongs to: it ends with their rights. */
  user_id: z.string().nullable().optional(),
});

/** See {@link apiKeyResponseSchema}. */
export function presentApiKey(row: ApiKeyRow) {
  return {
    ...toWire(row, ["id", "prefix", "name", "rate_limit", "expires_at", "revoked_at", "last_used_at"]),
    ...toWire(row, ["created_at"]),
    permissions: row.scopes,
    parent_id: row.parent_key_id,
    user_id: row.user_id,
  };
}
