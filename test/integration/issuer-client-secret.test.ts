import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { newId } from "../../infra/new-id.ts";
import { insertUser } from "../../storage/accounts/users.ts";
import {
  ISSUER_CLIENT,
  ISSUER_SECRET,
  issueCode,
  startSmallIssuer,
  type ClientProof,
} from "../support/small-issuer.ts";
import { startSystem, type TestSystem } from "../support/system.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

const REDIRECT = "https://maps.example.org/console/";

/** Signs a known person in at an issuer that wants this proof; what our token endpoint answers. */
async function signIn(proof: ClientProof, secret: string | undefined) {
  const issuer = await startSmallIssuer(new Set([REDIRECT]), proof);
  onTestFinished(() => issuer.close());
  const email = `${newId()}@example.org`;
  const { organizationId } = system.organization;
  const person = { organizationId, email, name: "Grace", isOrganizationAdmin: false, passwordHash: null };
  await insertUser(system.deps.database, person);
  issuer.person = { sub: newId(), email, email_verified: true };
  const { url } = await system.startAnotherApi({
    OIDC_ISSUER: issuer.url,
    OIDC_CLIENT_ID: ISSUER_CLIENT,
    OIDC_CLIENT_SECRET: secret,
  });
  const form = { grant_type: "authorization_code", client_id: "console" };
  const answer = await fetch(`${url}/realms/public/protocol/openid-connect/token`, {
    method: "POST",
    body: new URLSearchParams({ ...form, ...(await issueCode(issuer, REDIRECT)) }),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

test.each<[ClientProof, string | undefined]>([
  ["none", undefined],
  ["client_secret_basic", ISSUER_SECRET],
  ["client_secret_post", ISSUER_SECRET],
])("a code is exchanged as the issuer wants the client to prove itself: %s", async (proof, secret) => {
  expect(await signIn(proof, secret)).toMatchObject({
    status: 200,
    body: { access_token: expect.any(String) },
  });
});

test.each<[ClientProof, string | undefined]>([
  ["client_secret_basic", undefined],
  ["client_secret_post", "another"],
])("an issuer that refuses the client is unavailable to people: %s, %s", async (proof, secret) => {
  const { status, body } = await signIn(proof, secret);
  expect(status).toBe(503);
  expect(JSON.stringify(body)).not.toContain("another");
});
