import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { setUpTerminal } from "../../clients/cli/src/terminal.fixture.ts";
import { startSystem, type TestSystem } from "../support/system.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

/** A terminal beside a browser: while the command waits, a person opens the address it shows and decides. */
function terminalBesideBrowser(decision: "approve" | "deny") {
  const shown: string[] = [];
  const wait = async () => {
    const [, userCode] = /enter the code (\S+)/.exec(shown.join("")) ?? [];
    const post = async (fields: Record<string, string>) => {
      const body = new URLSearchParams({ user_code: userCode ?? "", ...fields });
      return await (await fetch(new URL("/device", system.url), { method: "POST", body })).text();
    };
    const rights = await post({ api_key: system.organization.apiKey });
    const [, ticket = ""] = /name="ticket" value="([^"]+)"/.exec(rights) ?? [];
    await post({ ticket, decision });
  };
  const terminal = setUpTerminal({ wait });
  const { stderr } = terminal.io;
  const write = stderr.write.bind(stderr);
  stderr.write = (chunk: string | Uint8Array) => {
    shown.push(String(chunk));
    return write(chunk);
  };
  return terminal;
}

describe("the command line signs a person in", () => {
  test("with a browser, calls operations as them, and ends the session", async () => {
    const terminal = terminalBesideBrowser("approve");
    const login = await terminal.geopera("login", "--base-url", system.url);
    expect([login.code, login.stderr]).toEqual([0, expect.stringContaining(`Open ${system.url}/device`)]);
    const { organizationId } = system.organization;
    const who = await terminal.geopera("whoami");
    expect(JSON.parse(who.stdout)).toMatchObject({ profile: "default", geopera_org_id: organizationId });
    const made = await terminal.geopera("projects", "create", "--name", "Signed in");
    expect(JSON.parse(made.stdout)).toMatchObject({ name: "Signed in", organization_id: organizationId });
    const logout = await terminal.geopera("logout");
    expect(JSON.parse(logout.stdout)).toMatchObject({ forgotten: true, session_ended: true });
    expect((await terminal.geopera("whoami", "--base-url", system.url)).code).toBe(3);
  });

  test("not, when they refuse in the browser", async () => {
    const { code, stderr } = await terminalBesideBrowser("deny").geopera("login", "--base-url", system.url);
    expect([code, stderr]).toEqual([3, expect.stringContaining("refused in the browser")]);
  });

  test("with an API key, whose owner the service names", async () => {
    const terminal = setUpTerminal({ stdin: system.organization.apiKey });
    const { stdout } = await terminal.geopera("login", "--base-url", system.url, "--api-key", "-");
    expect(JSON.parse(stdout)).toMatchObject({
      geopera_principal_type: "api_key",
      geopera_org_id: system.organization.organizationId,
    });
    expect((await terminal.geopera("projects", "create", "--name", "By key")).code).toBe(0);
  });
});
