import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { barriers } from "../support/barriers.ts";
import { findChromium, startChromium } from "../support/chromium.ts";
import { putRaster } from "../support/rasters.ts";
import { Client } from "../support/client.ts";
import { PASSWORD, shareItem, shareTarget } from "../support/shared-item.ts";
import { startSystem, type TestSystem } from "../support/system.ts";
import { recordTiles } from "../support/usage.ts";

const chromium = findChromium("test/integration/console.test.ts");

describe.skipIf(chromium === undefined)("the console in Chromium", { timeout: 120_000 }, () => {
  let system: TestSystem;
  let browser: Browser;
  let page: Page;
  let scene: string;
  let seen: { outside: string[]; faults: string[] };

  beforeAll(async () => {
    system = await startSystem({ pools: ["render", "ingest", "metering", "billing"] });
    scene = join(system.storeFolder, await putRaster(system.storeFolder, "to-upload/scene.tif"));
    browser = await startChromium(chromium ?? "");
  });
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  });

  beforeEach(async () => {
    page = await browser.newPage({ viewport: { width: 1000, height: 760 } });
    page.setDefaultTimeout(60_000);
    seen = { outside: [], faults: [] };
    page.on("request", (request) => {
      const url = new URL(request.url());
      if (!/^(data|blob):$/.test(url.protocol) && url.origin !== system.url) seen.outside.push(url.href);
    });
    page.on("pageerror", (error) => seen.faults.push(String(error)));
  });
  afterEach(async () => {
    await page.close();
    expect(seen).toEqual({ outside: [], faults: [] });
  });

  async function signIn(): Promise<void> {
    await page.goto(`${system.url}/console/#key=${system.organization.apiKey}`);
    await page.getByRole("heading", { name: "Share something" }).waitFor();
  }

  test("a file becomes a link that opens, and the link can be ended", async () => {
    await signIn();
    expect(page.url()).not.toContain("key=");
    await page.locator("#files").setInputFiles(scene);
    await page.locator('.sending[data-step="ready"]').waitFor();
    await page.getByRole("link", { name: "Create a link" }).click();
    await page.locator("#link-label").fill("For Ada");
    await page.getByLabel("Pages that may show it").fill("https://maps.example.org");
    await page.getByRole("button", { name: "Create the link" }).click();
    const address = await page.locator("#made-address").inputValue();
    const password = await page.locator("#made-password").inputValue();
    expect(await page.locator("#made-message").inputValue()).not.toContain(password);
    expect(await page.locator("#made-embed").inputValue()).toContain(`src="${address}?embed"`);
    await page.getByRole("img", { name: "QR code of the address" }).waitFor();

    const [, token] = /\/s\/(.+)$/.exec(address) ?? [];
    const opened = await system.client.try("share.link.validate", { token, password });
    expect(opened.status).toBe(200);

    await page.getByRole("link", { name: "Links" }).click();
    const row = page.getByRole("row", { name: /For Ada/ });
    await row.getByText("open", { exact: true }).waitFor();
    await row.getByRole("button", { name: "New password" }).click();
    const said = await row.getByText(/The new password is/).textContent();
    const [, changed] = /is ([\w-]+)\./.exec(said ?? "") ?? [];
    expect((await system.client.try("share.link.validate", { token, password })).status).toBe(401);
    expect((await system.client.try("share.link.validate", { token, password: changed })).status).toBe(200);
    await row.getByRole("button", { name: "Pause" }).click();
    await row.getByText("paused").waitFor();
    const paused = await system.client.try("share.link.validate", { token, password: changed });
    expect([paused.status, paused.json.reason]).toEqual([410, "paused"]);
    await row.getByRole("button", { name: "Resume" }).click();
    await row.getByText("open", { exact: true }).waitFor();
    expect((await system.client.try("share.link.validate", { token, password: changed })).status).toBe(200);
    await row.getByRole("button", { name: "Revoke" }).click();
    await page.getByRole("button", { name: "Yes" }).click();
    await row.getByText("revoked").waitFor();
    expect((await system.client.try("share.link.validate", { token, password: changed })).status).toBe(410);
  });

  test("the settings of a link are changed in its own view", async () => {
    const { linkId } = await shareItem(system, {}, { label: "For Grace" });
    await signIn();
    await page.getByRole("link", { name: "Links" }).click();
    await page.getByRole("link", { name: "For Grace" }).click();
    await page.getByLabel("Addresses for map software live").selectOption("link");
    await page.getByLabel("Pages that may show it").fill("https://maps.example.org");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Saved.").waitFor();
    const link = await system.client.call("share.link.get", { link_id: linkId });
    expect(link).toMatchObject({
      label: "For Grace",
      address_life: "link",
      allowed_origins: ["https://maps.example.org"],
    });
    await page.getByLabel("Pages that may show it").fill("not an origin");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText(/must be an origin/).waitFor();
  });

  test("password and address of a link are renewed in its own view, which says who looked", async () => {
    const origins = ["https://maps.example.org"];
    const { linkId, token } = await shareItem(system, {}, { allowed_origins: origins });
    const opened = async (tokenNow: string | undefined, password: string) => {
      const input = { token: tokenNow, password };
      return (await system.client.try("share.link.validate", input)).status;
    };
    expect(await opened(token, PASSWORD)).toBe(200);
    await signIn();
    await page.goto(`${system.url}/console/#/link/${linkId}`);
    await page.getByRole("heading", { name: "Scene", level: 1 }).waitFor();
    await page.locator("#link-password").fill("another horse");
    await page.getByRole("button", { name: "Change the password" }).click();
    await page.getByText(/The new password is another horse/).waitFor();
    expect([await opened(token, PASSWORD), await opened(token, "another horse")]).toEqual([401, 200]);
    await page.getByRole("button", { name: "New address" }).click();
    await page.getByRole("button", { name: "Yes" }).click();
    const address = await page.locator("#rotated-address").inputValue();
    const [, rotated] = /\/s\/(.+)$/.exec(address) ?? [];
    expect([await opened(token, "another horse"), await opened(rotated, "another horse")]).toEqual([
      401, 200,
    ]);
    const see = page.getByRole("link", { name: "See it as the recipient does" });
    expect(await see.getAttribute("href")).toBe(address);
    await page.getByRole("img", { name: "Picture of Scene" }).waitFor();
    expect(await page.locator("#embed-snippet").inputValue()).toContain(`src="${address}?embed"`);
    await expect
      .poll(
        async () => {
          await page.reload();
          await page.getByRole("heading", { name: "Who looked" }).waitFor();
          return await page.locator(".scroll tbody tr").first().getByRole("cell").allTextContents();
        },
        { timeout: 30_000 },
      )
      .toEqual(["1", "3", "0", "0 byte"]);
    expect(await page.locator(".chart rect").count()).toBe(30);
    expect(await barriers(page)).toEqual([]);
  });

  test("all links that a search finds are revoked together", async () => {
    const { itemId, linkId } = await shareItem(system, {}, { label: "For all of spring" });
    const second = await shareTarget(system, "item", itemId, { label: "For all of summer" });
    await signIn();
    await page.getByRole("link", { name: "Links" }).click();
    await page.locator("#filter").fill("for all of");
    await page.getByRole("button", { name: "Revoke all that are shown (2)" }).click();
    await page.getByRole("button", { name: "Yes" }).click();
    await page.getByRole("button", { name: /Revoke all/ }).waitFor({ state: "detached" });
    for (const link_id of [linkId, second.linkId]) {
      expect((await system.client.call("share.link.get", { link_id })).status).toBe("revoked");
    }
  });

  test("usage of the month stands by link, and its export is made and downloaded", async () => {
    const { token, tile } = await shareItem(system, {}, { label: "Counted" });
    await system.client.try("share.tile.render", { token, password: PASSWORD, ...tile });
    await signIn();
    await page.getByRole("link", { name: "Usage" }).click();
    const counted = page.getByRole("row", { name: /^Counted/ });
    await expect
      .poll(
        async () => {
          await page.reload();
          await page.locator(".tiles-of-facts").waitFor();
          return await counted.count();
        },
        { timeout: 30_000 },
      )
      .toBe(1);
    expect(await counted.getByRole("cell").allTextContents()).toContain("Scene");
    await page.getByRole("button", { name: "Tiles" }).click();
    expect(await page.getByRole("columnheader", { name: "Tiles" }).first().getAttribute("aria-sort")).toBe(
      "ascending",
    );
    await page.getByRole("button", { name: "Export this month" }).click();
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Download the files" }).click();
    expect((await download).suggestedFilename()).toMatch(/\.csv$/);
    expect(await barriers(page)).toEqual([]);

    await page.getByRole("link", { name: "Links" }).click();
    await page.getByRole("button", { name: "Tiles this month" }).click();
    await page.getByRole("button", { name: "Tiles this month" }).click();
    const most = page.locator("tbody tr").first();
    await most.getByRole("link", { name: "Counted" }).waitFor();
    expect((await most.getByRole("cell").allTextContents()).slice(3, 5)).toEqual(["1", "0 EUR"]);
    const csv = await page.getByRole("link", { name: "Save as CSV" }).getAttribute("href");
    expect(decodeURIComponent(csv ?? "")).toMatch(/tiles_this_month,cost_this_month\r\n[^]*,1,0 EUR\r\n/);
  });

  test("a style is tried live, its mistakes stand beside their field, and it is saved as a profile", async () => {
    const { itemId } = await shareItem(system);
    await signIn();
    await page.goto(`${system.url}/console/#/style/${itemId}`);
    const preview = page.getByRole("img", { name: "The image in this style" });
    await preview.waitFor();
    const first = await preview.getAttribute("src");
    await page.getByLabel("Draw").selectOption("expression");
    await page.locator("#style-expression").fill("(b2-b1)/(b9+b1)");
    await page.getByText(/b9/).first().waitFor();
    await page.locator("#style-expression").fill("(b2-b1)/(b2+b1)");
    await page.getByLabel("Colours").selectOption("rdylgn");
    await expect.poll(() => preview.getAttribute("src"), { timeout: 30_000 }).not.toBe(first);
    await page.getByRole("img", { name: "How often each value occurs" }).waitFor();
    await page.getByRole("button", { name: "2 to 98 %" }).click();
    const low = await page.locator("#style-low").inputValue();
    expect(Number(low)).toBeLessThan(Number(await page.locator("#style-high").inputValue()));
    await page.getByText("Finer settings").click();
    await page.getByLabel("Gamma").fill("1000");
    await page.getByText(/10/).and(page.getByRole("alert")).waitFor();
    await page.getByLabel("Gamma").fill("1.4");
    await page.getByText(/10/).and(page.getByRole("alert")).waitFor({ state: "detached" });
    await page.getByLabel("Name of the style").fill("Greenness");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Saved as “Greenness”.").waitFor();
    const { profiles } = await system.client.call("visualization.profiles.list", { item_id: itemId });
    const saved = profiles.find(({ name }: { name: string }) => name === "Greenness");
    expect(saved).toMatchObject({
      type: "expression",
      config: {
        expression: "(b2-b1)/(b2+b1)",
        colormap: "rdylgn",
        gamma: 1.4,
        rescale: [Number(low), expect.any(Number)],
      },
    });
    expect(await barriers(page)).toEqual([]);
  });

  test("images are put into a collection, which is shared by one link", async () => {
    const { itemId } = await shareItem(system);
    const { item } = await system.client.call("items.get", { item_id: itemId });
    await signIn();
    await page.getByRole("link", { name: "Collections" }).click();
    await page.locator("#project").selectOption(item.project_id);
    await page.getByLabel("Name of the collection").fill("All days");
    await page.getByRole("button", { name: "Create" }).click();
    const card = page.locator(".item-card");
    await card.getByText("0 images").waitFor();
    await card.getByRole("link", { name: "Put images into it" }).click();
    await page.getByRole("heading", { name: "Images" }).waitFor();
    await page.locator("#project").selectOption(item.project_id);
    await card.getByLabel("Collection").selectOption({ label: "All days" });
    await expect
      .poll(async () => (await system.client.call("items.get", { item_id: itemId })).item.collection_id, {
        timeout: 30_000,
      })
      .toEqual(expect.any(String));
    await page.getByRole("link", { name: "Collections" }).click();
    await page.locator("#project").selectOption(item.project_id);
    await card.getByText("1 image").waitFor();
    await card.locator("img").waitFor();
    expect(await barriers(page)).toEqual([]);
    await card.getByRole("link", { name: "Share" }).click();
    await page.getByRole("heading", { name: "A link to All days" }).waitFor();
    await page.getByRole("button", { name: "Create the link" }).click();
    const [, token] = /\/s\/(.+)$/.exec(await page.locator("#made-address").inputValue()) ?? [];
    const password = await page.locator("#made-password").inputValue();
    const opened = await system.client.call("share.link.validate", { token, password });
    expect([opened.target_type, opened.target.name]).toEqual(["collection", "All days"]);
  });

  test("people, keys, sessions, rules, limits, logs and endpoints of the organization have views", async () => {
    await signIn();
    await page.getByRole("link", { name: "Organization" }).click();
    await page.getByRole("link", { name: "Keys" }).click();
    await page.locator("#key-name").fill("For a script");
    await page.locator("#key-scopes").fill("items:read");
    await page.getByRole("button", { name: "Create a key" }).click();
    const key = await page.locator("#key-secret").inputValue();
    const caller = new Client(system.url, key);
    expect((await caller.try("projects.create", { name: "No" })).status).toBe(403);
    const row = page.getByRole("row", { name: /For a script/ });
    await row.getByRole("button", { name: "Revoke" }).click();
    await page.getByRole("button", { name: "Yes" }).click();
    await row.getByText("revoked").waitFor();
    expect((await caller.try("projects.list")).status).toBe(401);

    await page.getByRole("link", { name: "Rules for links" }).click();
    await page.getByLabel("Characters of a password at least").fill("10");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Saved.").waitFor();
    const rules = await system.client.call("organizations.rules.get", {});
    expect(rules.link_password_min_length).toBe(10);
    for (const [name, proof] of [
      ["Limits", "Used"],
      ["Audit log", "organizations.rules.update"],
      ["Security log", "Concerns"],
      ["Webhooks", "No endpoint gets events yet."],
      ["Sessions", "There is no session."],
      ["People", "Members of a project"],
    ] as const) {
      await page.getByRole("link", { name }).click();
      await page.getByRole("heading", { name, level: 1 }).waitFor();
      await page.getByText(proof).first().waitFor();
      expect(await barriers(page)).toEqual([]);
    }
    await system.client.call("organizations.rules.update", {
      organization_id: rules.organization_id,
      link_password_min_length: null,
    });
  });

  test("the operator sees organizations, sets prices, and closes a month after its preview", async () => {
    const other = await system.addOrganization();
    const month = new Date(Date.UTC(new Date().getUTCFullYear(), new Date().getUTCMonth() - 1, 15));
    const { organizationId } = system.organization;
    await recordTiles(system.deps.database, { organizationId, count: 7, at: month.toISOString() });
    await signIn();
    await page.getByRole("link", { name: "Operator" }).click();
    await page.getByRole("heading", { name: "Organizations" }).waitFor();
    await page.getByText(other.organization.organizationId).waitFor();
    expect(await barriers(page)).toEqual([]);

    await page.getByRole("link", { name: "Prices" }).click();
    await page.locator("#prices-of").selectOption(other.organization.organizationId);
    await page.getByLabel("Price of a thousand tiles").fill("1000: 2.00\n1.50");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("≤ 1,000: 2; 1.5").waitFor();
    expect(await barriers(page)).toEqual([]);

    await page.getByRole("link", { name: "Months" }).click();
    await page.getByText("Statements that a close writes now: 1").waitFor();
    await page.getByText("Usage of this month is still booked.").waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole("button", { name: "Close the month" }).click();
    await page.getByRole("button", { name: "Yes" }).click();
    await page.getByText("Closed for good").waitFor();
    const { periods } = await system.client.call("billing.periods.list", {});
    expect(periods).toContainEqual(
      expect.objectContaining({ period: month.toISOString().slice(0, 7), status: "closed" }),
    );

    await page.getByRole("link", { name: "Reconciliation" }).click();
    await page.getByText("Nothing was compared yet.").waitFor();
    await page.getByRole("button", { name: "Compare open months" }).click();
    await page.getByText(/with differences: 0/).waitFor();
    expect(await barriers(page)).toEqual([]);

    await page.getByRole("button", { name: "Sign out" }).click();
    await page.goto(`${system.url}/console/?other#key=${other.organization.apiKey}`);
    await page.getByRole("link", { name: "Organization" }).waitFor();
    await page.waitForLoadState("networkidle");
    expect(await page.getByRole("link", { name: "Operator" }).count()).toBe(0);
    await page.goto(`${system.url}/console/?other#/operator/accounts`);
    await page.getByText("Only the organization that operates this service may do this.").waitFor();
  });

  test("a file that is no raster is refused with what is wrong", async () => {
    await signIn();
    const file = { name: "scene.tif", mimeType: "image/tiff", buffer: Buffer.from("no raster at all") };
    await page.locator("#files").setInputFiles(file);
    await page.locator('.sending[data-step="failed"]').waitFor();
    expect(await page.locator(".sending").textContent()).toMatch(/not a (readable )?\w*TIFF|GeoTIFF/i);
  });

  test("an image gets another file and another project, and the project it left is deleted", async () => {
    const { itemId, projectId, token } = await shareItem(system);
    // With a single project there is no choice among projects.
    await system.client.call("projects.create", { name: "Another" });
    await signIn();
    await page.getByRole("link", { name: "Images" }).click();
    await page.locator("#project").selectOption(projectId);
    const card = page.locator(".item-card");
    const before = await system.client.call("items.list_assets", { item_id: itemId });
    await page.locator(`#replace-${itemId}`).setInputFiles(scene);
    await page.getByText(/Its links show the new one as soon as it is ready: 1/).waitFor();
    await page.getByRole("button", { name: "Yes" }).click();
    await card.getByText("Ready", { exact: true }).waitFor();
    const after = await system.client.call("items.list_assets", { item_id: itemId });
    expect(after.assets.map(({ key }: { key: string }) => key)).toContain("visual");
    expect(after.assets[0].id).not.toBe(before.assets[0].id);

    await page.getByLabel("Name of the project").fill("Next year");
    await page.getByRole("button", { name: "Create a project" }).click();
    await page.getByText("There is no image yet.").waitFor();
    const next = await page.locator("#project").inputValue();
    await page.locator("#project").selectOption(projectId);
    await card.getByLabel("Move to").selectOption(next);
    await page.getByText(/Links that go with it: 1/).waitFor();
    await page.getByRole("button", { name: "Yes" }).click();
    await page.getByText("There is no image yet.").waitFor();
    expect((await system.client.call("items.get", { item_id: itemId })).item.project_id).toBe(next);
    expect(await barriers(page)).toEqual([]);
    await page.getByRole("button", { name: "Archive" }).click();
    await page.getByText("Archived: it takes nothing new").waitFor();
    await page.getByRole("button", { name: "Delete" }).click();
    await page.getByText("Images: 0; collections: 0; links that end: 0.").waitFor();
    await page.getByRole("button", { name: "Yes" }).click();
    await expect
      .poll(async () => (await system.client.try("projects.get", { project_id: projectId })).status, {
        timeout: 30_000,
      })
      .toBe(404);
    expect((await system.client.try("share.link.validate", { token, password: PASSWORD })).status).toBe(200);
  });

  test("images are listed with their pictures, and deleted after a question", async () => {
    const { itemId } = await shareItem(system);
    await signIn();
    await page.getByRole("link", { name: "Images" }).click();
    const select = page.locator("#project");
    const { item } = await system.client.call("items.get", { item_id: itemId });
    await expect.poll(() => select.count(), { timeout: 30_000 }).toBe(1);
    await select.selectOption(item.project_id);
    const card = page.locator(".item-card");
    await card.locator("img").waitFor();
    await card.getByRole("button", { name: "Delete" }).click();
    await page.getByText(/Links to it end: 1/).waitFor();
    await page.getByRole("button", { name: "Yes" }).click();
    await page.getByText("There is no image yet.").waitFor();
    expect((await system.client.try("items.get", { item_id: itemId })).status).toBe(404);
  });

  test("images are found by name and area, list and map point at each other", async () => {
    const { itemId: north, projectId } = await shareItem(system);
    const href = await putRaster(system.storeFolder, `scenes/${projectId}-south.tif`, {
      geoTransform: [60, 0.01, 0, -20, 0, -0.01],
    });
    const { id: south } = await system.client.call("items.create", {
      project_id: projectId,
      type: "user_raster",
      name: "Southern scene",
      assets: { visual: { href } },
    });
    await system.client.call("projects.create", { name: "Another" });
    const maps: string[] = [];
    page.on("request", (request) => {
      if (/maplibre|extents/.test(request.url())) maps.push(request.url());
    });
    await signIn();
    await page.waitForLoadState("networkidle");
    expect(maps).toEqual([]);
    await page.goto(`${system.url}/console/#/items`);
    await page.locator("#project").selectOption(projectId);
    const [northern, southern] = [page.locator(`#item-${north}`), page.locator(`#item-${south}`)];
    await southern.waitFor();
    const map = page.locator(".items-map canvas");
    await map.waitFor();
    await southern.getByRole("button", { name: "On the map" }).focus();
    await expect.poll(() => southern.getAttribute("class")).toContain("lit");
    await page.keyboard.press("Enter");
    const area = page.getByRole("button", { name: "Search in this area" });
    await expect
      .poll(
        async () => {
          await area.click();
          await page.getByText(/Images found/).waitFor();
          return await page.locator(".item-card h2").allTextContents();
        },
        { timeout: 30_000 },
      )
      .toEqual(["Southern scene"]);
    await expect
      .poll(
        async () => {
          await page.mouse.move(5, 5);
          await map.hover();
          return await southern.getAttribute("class");
        },
        { timeout: 30_000 },
      )
      .toContain("lit");
    expect(await barriers(page)).toEqual([]);
    await page.getByRole("button", { name: "Show all" }).click();
    await northern.waitFor();
    await page.getByLabel("Name contains").fill("outhern");
    await page.getByRole("button", { name: "Search", exact: true }).click();
    await page.getByText("Images found: 1.").waitFor();
    await page.getByLabel("Taken until").fill("1999-12-31");
    await page.getByRole("button", { name: "Search", exact: true }).click();
    await page.getByText("Images found: 0.").waitFor();
    await page.getByLabel("Taken until").fill("");
    await page.getByLabel("In all projects").check();
    await page.getByRole("button", { name: "Search", exact: true }).click();
    await page.getByText("Images found: 1.").waitFor();
    await page.setViewportSize({ width: 320, height: 740 });
    expect(await barriers(page)).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(320);
  });

  test("what is said of an image is edited with its JSON types, and its bands get names", async () => {
    const { itemId } = await shareItem(system);
    const properties = { orbit: 12, isRaw: false, lines: [1, 2] };
    await system.client.call("items.update", { item_id: itemId, properties });
    await signIn();
    await page.goto(`${system.url}/console/#/item/${itemId}`);
    const form = page.getByRole("form", { name: "Scene" });
    await form.getByLabel("Cloud cover in percent").fill("a little");
    await form.getByRole("button", { name: "Save" }).click();
    await form
      .locator("#item-cloud_cover")
      .locator("xpath=../following-sibling::p[1]")
      .getByText(/./)
      .waitFor();
    await form.getByLabel("Cloud cover in percent").fill("12.5");
    await form.getByLabel("Attribution").fill("© Example Imaging");
    await form.getByLabel("Taken at (UTC)").fill("2026-05-01T10:00:00");
    await form.getByLabel("Or taken from (UTC)").fill("2026-05-01T09:58:00");
    await form.getByRole("button", { name: "Add a property" }).click();
    await form.locator("#property-3").fill("platform");
    await form.locator("#property-kind-3").selectOption("number");
    await form.locator("#property-value-3").fill("B");
    await form.getByRole("button", { name: "Save" }).click();
    await form.getByText("This is no number").waitFor();
    await form.locator("#property-kind-3").selectOption("text");
    await form.getByRole("button", { name: "Save" }).click();
    await form.getByText("Saved.").waitFor();
    const { item } = await system.client.call("items.get", { item_id: itemId });
    expect(item).toMatchObject({ name: "Scene", cloud_cover: 12.5, attribution: "© Example Imaging" });
    expect(Date.parse(item.datetime)).toBe(Date.UTC(2026, 4, 1, 10));
    expect(Date.parse(item.start_datetime)).toBe(Date.UTC(2026, 4, 1, 9, 58));
    expect(item.end_datetime).toBeNull();
    expect(item.properties).toEqual({ ...properties, platform: "B" });

    const bands = page.getByRole("form", { name: "Band names of visual" });
    await bands.getByRole("button", { name: "Propose names" }).click();
    await bands.getByText("These names are a proposal.").waitFor();
    expect(await bands.getByRole("textbox").inputValue()).toMatch(/^[^\n]*\n[^\n]*\n[^\n]*$/);
    await bands.getByRole("textbox").fill("red");
    await bands.getByRole("button", { name: "Save the band names" }).click();
    await bands.getByText(/must have 3 names/).waitFor();
    await bands.getByRole("textbox").fill("red\ngreen\nblue");
    await bands.getByRole("button", { name: "Save the band names" }).click();
    await bands.getByText("Saved.").waitFor();
    const { assets } = await system.client.call("items.list_assets", { item_id: itemId });
    expect(assets[0].raster.bands.map(({ description }: { description: string }) => description)).toEqual([
      "red",
      "green",
      "blue",
    ]);
    expect(await barriers(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 740 });
    expect(await barriers(page)).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(320);
  });

  test("has no barrier that axe finds, on a phone and in three languages", async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(`${system.url}/console/`);
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole("button", { name: "Sign in with an API key" }).click();
    await page.locator("#secret").fill("gpra_wrong");
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await page.getByText("This key is not valid.").waitFor();
    await page.locator("#secret").fill(system.organization.apiKey);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await page.getByRole("heading", { name: "Share something" }).waitFor();
    expect(await barriers(page)).toEqual([]);
    const { itemId, linkId } = await shareItem(system);
    for (const view of [
      "links",
      `link/${linkId}`,
      "items",
      `style/${itemId}`,
      "usage",
      "organization/keys",
      `new-link/${itemId}`,
    ]) {
      await page.goto(`${system.url}/console/#/${view}`);
      await page.locator("table, .item-card, form").first().waitFor();
      expect(await barriers(page)).toEqual([]);
      const width = await page.evaluate("document.documentElement.scrollWidth");
      expect(width).toBeLessThanOrEqual(360);
    }
    await page.getByLabel("Language").selectOption("fr");
    await page.getByRole("link", { name: "Liens" }).click();
    await page.getByRole("heading", { name: "Liens" }).waitFor();
    await page.getByRole("button", { name: "Se déconnecter" }).click();
    await page.getByRole("heading", { name: "Se connecter" }).waitFor();
    await page.reload();
    await page.getByRole("heading", { name: "Se connecter" }).waitFor();
  });
});
