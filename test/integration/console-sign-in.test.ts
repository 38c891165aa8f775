import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { newId } from "../../infra/new-id.ts";
import { insertUser } from "../../storage/accounts/users.ts";
import { barriers } from "../support/barriers.ts";
import { findChromium, startChromium } from "../support/chromium.ts";
import { ISSUER_CLIENT, issueCode, startSmallIssuer, type SmallIssuer } from "../support/small-issuer.ts";
import { startSystem, type TestSystem } from "../support/system.ts";

const chromium = findChromium("test/integration/console-sign-in.test.ts");

describe.skipIf(chromium === undefined)("signing in to the console", { timeout: 120_000 }, () => {
  let issuer: SmallIssuer;
  let system: TestSystem;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  const faults: string[] = [];

  beforeAll(async () => {
    const redirectUris = new Set<string>();
    issuer = await startSmallIssuer(redirectUris);
    system = await startSystem({ settings: { OIDC_ISSUER: issuer.url, OIDC_CLIENT_ID: ISSUER_CLIENT } });
    redirectUris.add(`${system.url}/console/`);
    browser = await startChromium(chromium ?? "");
  });
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
    issuer?.close();
  });
  beforeEach(async () => {
    context = await browser.newContext({ viewport: { width: 1000, height: 800 } });
    page = await context.newPage();
    page.setDefaultTimeout(60_000);
    page.on("pageerror", (error) => faults.push(String(error)));
    // A breach of the page's policy is an error of the console.
    page.on("console", (message) => {
      if (/Content Security Policy/.test(message.text())) faults.push(message.text());
    });
  });
  afterEach(async () => {
    await context.close();
    expect(faults.splice(0)).toEqual([]);
  });

  async function addPerson() {
    const email = `${newId()}@example.org`;
    await insertUser(system.deps.database, {
      organizationId: system.organization.organizationId,
      email,
      name: "Grace",
      isOrganizationAdmin: true,
      passwordHash: null,
    });
    return { sub: newId(), email, email_verified: true };
  }

  async function goToIssuer(view = ""): Promise<void> {
    await page.goto(`${system.url}/console/${view}`);
    await page.getByRole("button", { name: `Sign in with ${new URL(issuer.url).host}` }).click();
    await page.getByRole("heading", { name: "Small issuer" }).waitFor();
  }

  test("at the issuer: by redirect, with the view kept, through a reload, and out of both", async () => {
    issuer.person = await addPerson();
    await goToIssuer("#/usage");
    const asked = new URL(page.url()).searchParams;
    expect(asked.get("scope")).toBe("openid email");
    expect(asked.get("nonce")).toMatch(/^[\w-]{43}$/);
    await page.getByRole("link", { name: "Continue" }).click();
    await page.getByRole("heading", { name: "Usage", level: 1 }).waitFor();
    expect(page.url()).toBe(`${system.url}/console/#/usage`);
    await page.reload();
    await page.getByRole("heading", { name: "Usage", level: 1 }).waitFor();
    // Entries are written behind the answers.
    const events = async () => JSON.stringify(await system.client.call("security_log.list", {}));
    await expect.poll(events, { timeout: 20_000 }).toContain("log_in");
    const before = issuer.logouts.length;
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
    const [logout] = issuer.logouts.slice(before);
    expect(logout?.get("post_logout_redirect_uri")).toBe(`${system.url}/console/`);
    expect(logout?.get("id_token_hint")?.split(".")).toHaveLength(3);
    await page.reload();
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
  });

  test("at the issuer: what goes wrong is said", async () => {
    issuer.person = await addPerson();
    await goToIssuer("#/links");
    await page.getByRole("link", { name: "Refuse" }).click();
    await page.getByText("cancelled or refused there").waitFor();
    expect(page.url()).toBe(`${system.url}/console/#/links`);

    await goToIssuer();
    const good = await page.getByRole("link", { name: "Continue" }).getAttribute("href");
    await page.goto(good?.replace(/state=[\w-]+/, "state=forged") ?? "");
    await page.getByText("does not belong to a sign-in of this tab").waitFor();
    await page.goto(good ?? "");
    await page.getByText("does not belong to a sign-in of this tab").waitFor();

    await goToIssuer();
    const used = await page.getByRole("link", { name: "Continue" }).getAttribute("href");
    await fetch(`${issuer.url}/token`, {
      method: "POST",
      body: new URLSearchParams({ code: new URL(used ?? "").searchParams.get("code") ?? "" }),
    });
    await page.getByRole("link", { name: "Continue" }).click();
    await page.getByText("was already used").waitFor();

    await goToIssuer();
    await page.clock.setFixedTime(Date.now() + 16 * 60_000);
    await page.getByRole("link", { name: "Continue" }).click();
    await page.getByText("took too long").waitFor();
    await page.clock.setFixedTime(Date.now());

    for (const person of [
      { sub: newId(), email: "stranger@example.org", email_verified: true },
      { ...(await addPerson()), email_verified: false },
    ]) {
      issuer.person = person;
      await goToIssuer();
      await page.getByRole("link", { name: "Continue" }).click();
      await page.getByText("this service does not know you").waitFor();
    }
  });

  test("at an issuer that does not answer: that is said, and other ways stay open", async () => {
    const other = await system.startAnotherApi({ OIDC_ISSUER: "http://127.0.0.1:1" });
    await page.goto(`${other.url}/console/`);
    await page.getByRole("button", { name: "Sign in with 127.0.0.1:1" }).click();
    await page.getByText("cannot be reached at the moment").waitFor();
    await page.getByRole("button", { name: "Sign in with an API key" }).click();
    await page.locator("#secret").fill(system.organization.apiKey);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await page.getByRole("heading", { name: "Share something" }).waitFor();
  });

  test("the server takes a code for its verifier and nonce only", async () => {
    issuer.person = await addPerson();
    const exchange = async (changed: Record<string, string>) => {
      const answer = await fetch(`${system.url}/realms/public/protocol/openid-connect/token`, {
        method: "POST",
        body: new URLSearchParams({
          grant_type: "authorization_code",
          client_id: "console",
          ...(await issueCode(issuer, `${system.url}/console/`)),
          ...changed,
        }),
      });
      const body = (await answer.json()) as { error?: string; access_token?: string };
      return body.error ?? typeof body.access_token;
    };
    expect(await exchange({ code_verifier: "another" })).toBe("invalid_grant");
    expect(await exchange({ nonce: "another" })).toBe("invalid_grant");
    expect(await exchange({ redirect_uri: "https://elsewhere.example.org/" })).toBe("invalid_grant");
    expect(await exchange({ code: "" })).toBe("invalid_request");
    expect(await exchange({})).toBe("string");
  });

  test("with another device: the code is shown, and its approval signs in", async () => {
    const code = await showDeviceCode();
    await decide(code, "Allow");
    await page.getByRole("heading", { name: "Share something" }).waitFor();
  });

  test("with another device: refusal and expiry are said, and it can be cancelled", async () => {
    await decide(await showDeviceCode(), "Deny");
    await page.getByText("The other device refused").waitFor();
    await page.getByRole("button", { name: "Show a new code" }).click();
    const code = await page.locator(".device-code").textContent();
    await system.deps.database`
      update device_authorizations set expires_at = now() where user_code = ${code ?? ""}`;
    await page.getByText("has expired without an approval").waitFor();
    await page.getByRole("button", { name: "Show a new code" }).click();
    await page.locator(".device-code").waitFor();
    await page.getByRole("button", { name: "Cancel" }).click();
    await page.getByRole("button", { name: /^Sign in with 127/ }).waitFor();
  });

  test("has no barrier that axe finds, on a phone and in three languages", async () => {
    await page.setViewportSize({ width: 390, height: 760 });
    await page.emulateMedia({ colorScheme: "dark" });
    await page.goto(`${system.url}/console/`);
    await page.getByRole("button", { name: /^Sign in with 127/ }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await showDeviceCode();
    for (const language of ["en", "de", "fr"]) {
      await page.locator(".language select").selectOption(language);
      await page.locator(`html[lang="${language}"]`).waitFor();
      expect(await barriers(page)).toEqual([]);
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(390);
    }
  });

  async function showDeviceCode(): Promise<string> {
    await page.goto(`${system.url}/console/`);
    await page.getByRole("button", { name: "Sign in with another device" }).click();
    await page.getByRole("img", { name: "QR code of the address" }).waitFor();
    return (await page.locator(".device-code").textContent()) ?? "";
  }

  /** Decides as the person of the other device does. */
  async function decide(code: string, decision: "Allow" | "Deny"): Promise<void> {
    const other = await browser.newPage();
    await other.goto(`${system.url}/device?user_code=${code}`);
    expect(await other.getByLabel("Password").count()).toBe(0);
    await other.getByLabel("API key").fill(system.organization.apiKey);
    await other.getByRole("button", { name: "Sign in" }).click();
    await other.getByRole("button", { name: decision }).click();
    await other
      .getByRole("heading", { name: decision === "Allow" ? "Device connected" : "Access denied" })
      .waitFor();
    await other.close();
  }
});
