import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { newPasswordFault } from "../../core/access/password.ts";
import type { Deps } from "../deps.ts";
import { changePassword } from "../people/change-password.ts";
import { formOf } from "./form.ts";
import { identifyByPassword } from "./identify.ts";
import { answerPage, faultText, say } from "./page-look.ts";

const TITLE = "Change your password";

/**
 * Serves `/password`, where a person replaces their password, or one that an operator issued, by their own.
 */
export function servePasswordPage(
  app: FastifyInstance,
  deps: Pick<
    Deps,
    "database" | "passwords" | "throttle" | "pace" | "config" | "clock" | "securityLog" | "sessions"
  >,
): void {
  const answer = (reply: FastifyReply, status: number, body: string) =>
    answerPage(reply, status, body, TITLE);
  // With an external issuer there are no passwords here.
  if (deps.config.OIDC_ISSUER !== undefined) return;
  app.get("/password", (_request, reply) => answer(reply, 200, askForPasswords(undefined)));
  app.post("/password", async (request: FastifyRequest, reply) => {
    const form = formOf(request);
    const [email, current, chosen] = ["email", "password", "new_password"].map((name) => form.get(name));
    if (email === undefined || current === undefined || chosen === undefined) {
      return answer(reply, 422, askForPasswords("Fill in all three fields."));
    }
    const fault = newPasswordFault(chosen) ?? (chosen === current ? "must be another one" : undefined);
    if (fault !== undefined) return answer(reply, 422, askForPasswords(`The new password ${fault}.`));
    const who = await identifyByPassword(deps, email, current, request.ip);
    if (who === undefined || !("userId" in who.holder)) {
      return answer(reply, 401, askForPasswords("These credentials were not accepted."));
    }
    const person = { organizationId: who.organizationId, userId: who.holder.userId };
    await changePassword(deps, person, chosen, request.ip);
    return answer(
      reply,
      200,
      say("Password changed", "Sign in with the new password. You can close this page."),
    );
  });
}

function askForPasswords(fault: string | undefined): string {
  return `<h1>${TITLE}</h1>${faultText(fault)}
<p>All your devices are signed out.</p>
<form method="post" action="password">
<label>E-mail <input name="email" type="email" autocomplete="username" required></label>
<label>Current password <input name="password" type="password" autocomplete="current-password" required></label>
<label>New password <input name="new_password" type="password" autocomplete="new-password" required></label>
<button>Change</button></form>`;
}
