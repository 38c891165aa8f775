import { z } from "zod";
import { listApiKeys } from "../../storage/accounts/api-keys.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { apiKeyResponseSchema, presentApiKey } from "./present-api-key.ts";

export const apiKeysList = defineOperation({
  id: "api_keys.list",
  summary: "List the organization's keys, metadata only.",
  scope: "api_keys:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "ApiKeyListInput",
  input: z.strictObject({}),
  outputName: null,
  output: z.object({ api_keys: z.array(apiKeyResponseSchema) }),
  async run({ database }: Pick<Deps, "database">, _input, { principal }) {
    const rows = await listApiKeys(database, principal.organizationId);
    return { api_keys: rows.map(presentApiKey) };
  },
});
