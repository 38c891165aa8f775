import { DAY_MS } from "../../core/clock.ts";
import { z } from "zod";
import { REFRESH_TOKEN_SECONDS } from "../../core/access/oauth.ts";
import { listSessions } from "../../storage/accounts/sessions.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { answeredTimestamp, resourceId } from "../operations/schemas.ts";
import { toWire } from "../operations/wire.ts";
import { isAdministrator } from "./require-administrator.ts";

export const sessionsList = defineOperation({
  id: "sessions.list",
  summary: "Your log-ins that have not ended; administrators see those of all people of the organization.",
  scope: "people:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "SessionsListInput",
  input: z.strictObject({
    /** Of this person only. */
    user_id: resourceId.nullable().optional(),
  }),
  outputName: "SessionsListOutput",
  output: z.object({
    sessions: z.array(
      z.object({
        id: z.string(),
        user_id: z.string(),
        /** What the program called itself when it signed in. */
        client_id: z.string(),
        scopes: z.array(z.string()),
        created_at: answeredTimestamp,
        last_used_at: answeredTimestamp,
      }),
    ),
  }),
  async run(deps: Pick<Deps, "database" | "config" | "clock">, input, { principal }) {
    const { database, config, clock } = deps;
    const seesAll = await isAdministrator(deps, principal);
    const requested = input.user_id ?? undefined;
    if (!seesAll && requested !== undefined && requested !== principal.id) return { sessions: [] };
    const rows = await listSessions(database, principal.organizationId, seesAll ? requested : principal.id, {
      now: new Date(clock()),
      refreshSeconds: REFRESH_TOKEN_SECONDS,
      lifetimeMs: config.SESSION_DAYS_MAX * DAY_MS,
    });
    return { sessions: rows.map((row) => toWire(row, FIELDS)) };
  },
});

const FIELDS = ["id", "user_id", "client_id", "scopes", "created_at", "last_used_at"] as const;
