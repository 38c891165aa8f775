import { z } from "zod";
import { ProblemError } from "../../core/errors.ts";
import { findSession } from "../../storage/accounts/sessions.ts";
import type { Deps } from "../deps.ts";
import { endSession } from "../oauth/tokens-of-others.ts";
import { defineOperation } from "../operations/operation.ts";
import { okOutput, resourceId } from "../operations/schemas.ts";
import { noteByCaller } from "./note-by-caller.ts";
import { isAdministrator } from "./require-administrator.ts";

export const sessionsRevoke = defineOperation({
  id: "sessions.revoke",
  summary: "End a log-in with all its tokens: your own, or any of the organization for administrators.",
  scope: "people:write",
  sideEffect: "destructive",
  bearer: "required",
  inputName: "SessionRevokeInput",
  input: z.strictObject({ session_id: resourceId }),
  outputName: "SessionRevokeOutput",
  output: okOutput,
  async run(deps: Pick<Deps, "database" | "sessions" | "securityLog">, input, context) {
    const { principal } = context;
    const session = await findSession(deps.database, input.session_id);
    const isOwn = session?.user_id === principal.id;
    const isVisible =
      session?.organization_id === principal.organizationId &&
      (isOwn || (await isAdministrator(deps, principal)));
    if (session === undefined || !isVisible) throw new ProblemError("not_found", "No such session.");
    await endSession(deps, session.id);
    noteByCaller(deps, context, { kind: "session_ended", subject: { session_id: session.id } });
    return { ok: true, id: session.id };
  },
});
