import { z } from "zod";
import { ProblemError } from "../../core/errors.ts";
import type { Principal } from "../../core/access/access.ts";
import { findApiKey, isKeyOrDescendant, revokeApiKey } from "../../storage/accounts/api-keys.ts";
import type { Deps } from "../deps.ts";
import { noteByCaller } from "../people/note-by-caller.ts";
import { isAdministrator } from "../people/require-administrator.ts";
import { defineOperation } from "../operations/operation.ts";
import { okOutput, resourceId } from "../operations/schemas.ts";

export const apiKeysRevoke = defineOperation({
  id: "api_keys.revoke",
  summary:
    "Revoke a key and every key made by it. A key revokes itself and what it made; administrators revoke any.",
  scope: "api_keys:write",
  sideEffect: "destructive",
  bearer: "required",
  inputName: "ApiKeyRevokeInput",
  input: z.strictObject({ key_id: resourceId }),
  outputName: "ApiKeyRevokeOutput",
  output: okOutput,
  async run(
    { database, apiKeys, securityLog }: Pick<Deps, "database" | "apiKeys" | "securityLog">,
    input,
    context,
  ) {
    const { principal } = context;
    await requireRight(database, principal, input.key_id);
    const revoked = await revokeApiKey(database, principal.organizationId, input.key_id);
    if (!revoked) throw new ProblemError("not_found", "No such API key.");
    apiKeys.forgetAll();
    noteByCaller({ securityLog }, context, { kind: "key_revoked", subject: { key_id: input.key_id } });
    return { ok: true, id: input.key_id };
  },
});

async function requireRight(database: Deps["database"], principal: Principal, keyId: string): Promise<void> {
  if (await isAdministrator({ database }, principal)) return;
  if ((await findApiKey(database, principal.organizationId, keyId)) === undefined) return;
  if (await isKeyOrDescendant(database, principal.id, keyId)) return;
  throw new ProblemError("forbidden", "This key may revoke only itself and the keys that it made.");
}
