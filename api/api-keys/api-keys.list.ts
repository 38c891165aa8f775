import { z } from "zod";
import { listApiKeyPage } from "../../storage/accounts/api-keys.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { nextOffset, nextOffsetOf, paging } from "../operations/schemas.ts";
import { apiKeyResponseSchema, presentApiKey } from "./present-api-key.ts";

export const apiKeysList = defineOperation({
  id: "api_keys.list",
  summary: "List the organization's keys, metadata only.",
  scope: "api_keys:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "ApiKeyListInput",
  input: z.strictObject({ offset: paging.offset }),
  outputName: null,
  output: z.object({ api_keys: z.array(apiKeyResponseSchema), next_offset: nextOffset }),
  async run({ database }: Pick<Deps, "database">, { offset }, { principal }) {
    const { keys, total } = await listApiKeyPage(database, principal.organizationId, offset);
    const next_offset = nextOffsetOf({ offset }, keys.length, total);
    return { api_keys: keys.map(presentApiKey), next_offset };
  },
});
