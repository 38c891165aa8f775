import { z } from "zod";
import { ProblemError } from "../../core/errors.ts";
import { revokeApiKey } from "../../storage/accounts/api-keys.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { okOutput, resourceId } from "../operations/schemas.ts";

export const apiKeysRevoke = defineOperation({
  id: "api_keys.revoke",
  summary: "Revoke a key.",
  scope: "api_keys:write",
  sideEffect: "destructive",
  bearer: "required",
  inputName: "ApiKeyRevokeInput",
  input: z.strictObject({ key_id: resourceId }),
  outputName: "ApiKeyRevokeOutput",
  output: okOutput,
  async run({ database, apiKeys }: Pick<Deps, "database" | "apiKeys">, input, { principal }) {
    const revoked = await revokeApiKey(database, principal.organizationId, input.key_id);
    if (!revoked) throw new ProblemError("not_found", "No such API key.");
    apiKeys.forgetAll();
    return { ok: true, id: input.key_id };
  },
});
