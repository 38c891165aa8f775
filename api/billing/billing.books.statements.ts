import { z } from "zod";
import { listStatementDigests } from "../../storage/billing/books-entries.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { resourceId } from "../operations/schemas.ts";
import { period } from "./billing-schemas.ts";

export const billingBooksStatements = defineOperation({
  id: "billing.books.statements",
  summary:
    'The SHA-256 of the lines of each statement of a closed month, as the ndjson export writes them; organization_id may be "all" for the operator.',
  scope: "billing:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "BillingBooksStatements",
  input: z.strictObject({ organization_id: resourceId, period }),
  outputName: null,
  output: z.object({
    statements: z.array(
      z.object({ statement_id: z.string(), organization_id: z.string(), entry: z.int(), sha256: z.string() }),
    ),
  }),
  resources: { account: { kind: "billing_account", role: "viewer", field: "organization_id" } },
  async run({ database }: Pick<Deps, "database">, input, { resources }) {
    return { statements: await listStatementDigests(database, input.period, resources.account.id) };
  },
});
