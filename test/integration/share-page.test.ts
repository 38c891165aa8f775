import sharp from "sharp";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { decodeGrant, encodeGrant } from "../../core/links/grant.ts";
import { barriers } from "../support/barriers.ts";
import { findChromium, startChromium } from "../support/chromium.ts";
import { putRaster } from "../support/rasters.ts";
import { PASSWORD, shareItem, shareTarget, type SharedItem } from "../support/shared-item.ts";
import { startSystem, type TestSystem } from "../support/system.ts";

const chromium = findChromium("test/integration/share-page.test.ts");

describe.skipIf(chromium === undefined)("the share page in Chromium", { timeout: 120_000 }, () => {
  let system: TestSystem;
  let shared: SharedItem;
  let browser: Browser;
  let page: Page;
  /** Paths the page has loaded, addresses it wanted elsewhere, and what the browser complained about. */
  let seen: { paths: string[]; outside: string[]; faults: string[] };

  beforeAll(async () => {
    system = await startSystem({ pools: ["render"] });
    shared = await shareItem(system);
    browser = await startChromium(chromium ?? "");
  });
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  });

  beforeEach(async () => {
    page = await browser.newPage({ viewport: { width: 640, height: 480 } });
    seen = { paths: [], outside: [], faults: [] };
    // Chromium draws WebGL on the processor here: slow on a busy machine.
    page.setDefaultTimeout(90_000);
    page.on("request", (request) => {
      const url = new URL(request.url());
      if (url.protocol === "data:" || url.protocol === "blob:") return;
      if (url.origin === system.url) seen.paths.push(url.pathname);
      else seen.outside.push(url.href);
    });
    page.on("pageerror", (error) => seen.faults.push(String(error)));
    page.on("console", (message) => {
      // Chromium logs the answers to a wrong password and a revoked link as errors.
      const isRefusal = /status of (401|410)/.test(message.text());
      if (message.type() === "error" && !isRefusal) seen.faults.push(message.text());
    });
    await page.goto(`${system.url}/s/${shared.token}`);
  });
  afterEach(async () => {
    await page.close();
    expect(seen.outside).toEqual([]);
    expect(seen.faults).toEqual([]);
  });

  async function submit(password: string): Promise<void> {
    await page.fill("#password", password);
    await page.click("#open");
  }

  /** How much the picture varies in the middle of the window: a map without tiles is plain. */
  async function contrast(): Promise<number> {
    const clip = { x: 280, y: 200, width: 80, height: 80 };
    const { channels } = await sharp(await page.screenshot({ clip })).stats();
    return Math.max(...channels.map(({ stdev }) => stdev));
  }

  test("loads MapLibre after the right password only, then draws the shared tiles", async () => {
    await submit("wrong horse");
    await page.getByText("That password does not open this link.").waitFor();
    expect(seen.paths.filter((path) => /maplibre|map-page/.test(path))).toEqual([]);

    const tile = page.waitForResponse((answer) => answer.url().includes("/v1/share/tiles/") && answer.ok());
    await submit(PASSWORD);
    await tile;
    await page.locator("#gate").waitFor({ state: "hidden" });
    await expect.poll(contrast, { timeout: 20_000 }).toBeGreaterThan(5);
    expect(await page.locator("#map-title").textContent()).toBe("Scene");
    expect(await page.locator("#readout").textContent()).toMatch(/° N, .*° E {2}· {2}zoom/);
    expect(seen.paths.filter((path) => path.includes("maplibre-gl-worker"))).not.toEqual([]);
  });

  test("a password behind # opens the map and leaves the address bar", async () => {
    await page.goto("about:blank");
    await page.goto(`${system.url}/s/${shared.token}#password=${encodeURIComponent(PASSWORD)}`);
    await page.locator("#view").waitFor();
    expect(page.url()).toMatch(new RegExp(`^${system.url}/s/${shared.token}(#map=[\\d./-]+)?$`));
  });

  test("a password pasted with a blank opens, and a changed one asks for the new one", async () => {
    const other = await shareItem(system);
    await page.goto(`${system.url}/s/${other.token}`);
    await submit(`${PASSWORD} `);
    await page.locator("#gate").waitFor({ state: "hidden" });
    const password = "another horse battery";
    await system.client.call("share.link.update", { link_id: other.linkId, password });
    await page.locator("#map").click({ position: { x: 300, y: 250 } });
    await page.keyboard.press("+");
    await page.getByText("The password of this link has been changed.").waitFor();
    await submit(password);
    await page.locator("#gate").waitFor({ state: "hidden" });
    await expect.poll(contrast, { timeout: 20_000 }).toBeGreaterThan(5);
  });

  test("when its addresses end, the map asks for the password and goes on in its place, as the same view", async () => {
    const other = await shareItem(system, {}, { max_views: 1 });
    const secret = system.config.GRANT_SECRET;
    await page.route("**/tilejson.json*", async (route) => {
      const answer = await route.fetch();
      const text = await answer.text();
      const [, grant = ""] = /share\/tiles\/([\w-]+)/.exec(route.request().url()) ?? [];
      const over = encodeGrant({ ...decodeGrant(grant, secret)!, expiresAtSeconds: 1_700_000_000 }, secret);
      await route.fulfill({ response: answer, body: text.replaceAll(grant, over) });
      await page.unroute("**/tilejson.json*");
    });
    await page.goto(`${system.url}/s/${other.token}#map=5.5/47.5/11.25`);
    await submit(PASSWORD);
    await page.getByText("Enter the password again: it goes on where it was.").waitFor();
    await submit(PASSWORD);
    await page.locator("#gate").waitFor({ state: "hidden" });
    expect(page.url()).toMatch(/#map=5\.50\/47\.5\d*\/11\.25/);
    await expect.poll(contrast, { timeout: 20_000 }).toBeGreaterThan(5);
    expect((await system.client.call("share.link.get", { link_id: other.linkId })).views_used).toBe(1);
  });

  test("a revoked link ends in a card that says why", async () => {
    const other = await shareItem(system);
    await system.client.call("share.link.revoke", { link_id: other.linkId });
    await page.goto(`${system.url}/s/${other.token}`);
    await submit(PASSWORD);
    await page.getByText("Its owner has withdrawn it.").waitFor();
    await expect.poll(() => page.title(), { timeout: 30_000 }).toBe("This link is no longer valid");
  });

  test("the gate says who shares and until when; a cut link says that it is cut", async () => {
    await page.getByText("has shared a map with you").waitFor();
    await page.getByText(/The link is open until/).waitFor();
    await page.goto(`${system.url}/s/`);
    await page.getByText("This link is not complete").waitFor();
    expect(await page.locator("#password").count()).toBe(0);
  });

  test("a link that has reached a limit says that its owner can raise it", async () => {
    const other = await shareItem(system, {}, { max_views: 1 });
    await system.client.call("share.link.validate", { token: other.token, password: PASSWORD });
    await page.goto(`${system.url}/s/${other.token}`);
    await submit(PASSWORD);
    await page.getByText("The owner can raise the limit.").waitFor();
    await expect.poll(() => page.title(), { timeout: 30_000 }).toBe("This link has reached its limit");
  });

  test("speaks the language that its reader chooses, and remembers it", async () => {
    await page.getByLabel("Language").selectOption("de");
    await page.getByText("Karte öffnen").waitFor();
    await page.reload();
    await page.getByText("Karte öffnen").waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe("de");
    await submit("wrong horse");
    await page.getByText("Dieses Passwort öffnet den Link nicht.").waitFor();
    await page.evaluate("localStorage.clear()");
  });

  test("shows values, files, legend and profiles where the link gives them", async () => {
    const options = { permission: "download", profiles: "all", label: "For Ada" };
    const rich = await shareItem(system, {}, options);
    await system.client.call("visualization.profile.create", {
      item_id: rich.itemId,
      name: "Heat",
      type: "singleband",
      config: { band: 1, colormap: "inferno", rescale: [0, 255] },
    });
    await page.goto(`${system.url}/s/${rich.token}`);
    await submit(PASSWORD);
    await page.locator("#gate").waitFor({ state: "hidden" });
    await page.locator("#panel > summary").click();
    await expect
      .poll(() => page.locator("#profile option").allTextContents(), { timeout: 30_000 })
      .toContain("Heat");
    await page.locator("#profile").selectOption("Heat");
    await page.locator(".legend .ramp").waitFor();
    const download = page.waitForEvent("download");
    await page.locator(".downloads .row").first().click();
    expect((await download).suggestedFilename()).toMatch(/\.tif$/);
    await page.locator("#panel > summary").click();
    await page.locator("#map").click({ position: { x: 320, y: 240 } });
    await page.locator(".values dd, .values p:not(.place)").first().waitFor();
  });

  test("has no barrier that axe finds: the gate, its problem, the map with its panel", async () => {
    await page.getByText("has shared a map with you").waitFor();
    expect(await barriers(page)).toEqual([]);
    await submit("wrong horse");
    await page.getByText("That password does not open this link.").waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.setViewportSize({ width: 1000, height: 700 });
    await submit(PASSWORD);
    await page.locator("#gate").waitFor({ state: "hidden" });
    expect(await barriers(page)).toEqual([]);
  });

  test("keeps its place in the address, and a reload starts there", async () => {
    await page.goto(`${system.url}/s/${shared.token}#map=6.5/47.5/11.25`);
    await submit(PASSWORD);
    await page.locator("#gate").waitFor({ state: "hidden" });
    await page.locator("#map").click({ position: { x: 300, y: 250 } });
    await page.keyboard.press("+");
    await expect.poll(() => page.url(), { timeout: 30_000 }).toMatch(/#map=7\.50\/47\.5\d*\/11\.25/);
  });

  describe("with several images", () => {
    let token: string;
    let ids: string[];

    beforeAll(async () => {
      const { client, storeFolder } = system;
      const { id: project_id } = await client.call("projects.create", { name: "Two days" });
      const { id } = await client.call("collections.create", { project_id, name: "Two days" });
      ids = [];
      for (const [name, datetime, value] of [
        ["May", "2026-05-01T10:00:00Z", 40],
        ["June", "2026-06-01T10:00:00Z", 220],
      ] as const) {
        const recipe = { value: () => value };
        const href = await putRaster(storeFolder, `scenes/${project_id}-${name}.tif`, recipe);
        const item = { project_id, collection_id: id, type: "user_raster", name, datetime };
        const made = await client.call("items.create", { ...item, assets: { visual: { href } } });
        ids.push(made.id);
      }
      ({ token } = await shareTarget(system, "collection", id, { allow_values: true }));
    });

    /** How the middle of the map is, left and right of a line through it. */
    async function tones(): Promise<string[]> {
      const tone = async (x: number) => {
        const clip = { x, y: 330, width: 20, height: 20 };
        const { channels } = await sharp(await page.screenshot({ clip })).stats();
        return (channels[0]?.mean ?? 0) > 150 ? "light" : "dark";
      };
      return [await tone(560), await tone(700)];
    }

    beforeEach(async () => {
      await page.setViewportSize({ width: 1280, height: 720 });
      await page.goto(`${system.url}/s/${token}`);
      await submit(PASSWORD);
      await page.locator("#gate").waitFor({ state: "hidden" });
      await page.locator("#items > summary").click();
    });

    test("each has a picture, is hidden by its box, shown by its day, and compared by a line", async () => {
      await expect.poll(tones, { timeout: 30_000 }).toEqual(["light", "light"]);
      await page.getByLabel("Show June").uncheck();
      await expect.poll(tones, { timeout: 30_000 }).toEqual(["dark", "dark"]);
      await page.getByLabel("Show June").check();
      await page.locator("#days").focus();
      await page.keyboard.press("ArrowRight");
      await page.getByText("May 1, 2026").first().waitFor();
      await expect.poll(tones, { timeout: 30_000 }).toEqual(["dark", "dark"]);
      const loaded = "[...document.querySelectorAll('.thumb')].every((each) => each.naturalWidth > 0)";
      await expect.poll(() => page.evaluate(loaded), { timeout: 30_000 }).toBe(true);
      await page.locator("#days").press("Home");

      await page.locator("#compare").selectOption("May");
      const line = page.getByRole("slider", { name: "Line between Two days and May" });
      await expect.poll(tones, { timeout: 30_000 }).toEqual(["light", "dark"]);
      await line.focus();
      await page.keyboard.press("Home");
      await expect.poll(tones, { timeout: 30_000 }).toEqual(["dark", "dark"]);
      expect(await barriers(page)).toEqual([]);
      await page.locator("#compare").selectOption("nothing");
      await expect.poll(tones, { timeout: 30_000 }).toEqual(["light", "light"]);
    });

    test("lengths and areas are measured, and the view is saved and printed as a picture", async () => {
      await page.getByRole("button", { name: "Measure" }).click();
      const values = page.locator(".measure-values");
      await values.getByText("from three an area").waitFor();
      await page.locator("#map").click({ position: { x: 600, y: 300 } });
      await page.locator("#map").click({ position: { x: 700, y: 300 } });
      await values.getByText(/^Length: [\d.,]+ km$/).waitFor();
      await page.locator(".maplibregl-canvas").first().focus();
      await page.keyboard.press("Enter");
      await values.getByText(/Area: [\d.,]+ km²/).waitFor();
      expect(await barriers(page)).toEqual([]);
      await page.keyboard.press("Escape");
      await values.waitFor({ state: "detached" });

      const download = page.waitForEvent("download");
      await page.getByRole("button", { name: "Save picture" }).click();
      const saved = await download;
      expect(saved.suggestedFilename()).toBe("Two-days.png");
      const picture = sharp(await saved.path());
      const { width, height } = await picture.metadata();
      expect(width).toBe(1280);
      expect(height).toBeGreaterThan(720);
      const footer = { left: 0, top: 720, width: 600, height: height - 720 };
      const [middle, text] = await Promise.all([
        picture.clone().extract({ left: 620, top: 340, width: 20, height: 20 }).stats(),
        picture.clone().extract(footer).stats(),
      ]);
      expect(middle.channels[0]?.mean).toBeGreaterThan(200);
      expect(text.channels[0]?.stdev).toBeGreaterThan(5);
      await page.evaluate("dispatchEvent(new Event('beforeprint'))");
      await page.emulateMedia({ media: "print" });
      await page.locator(".sheet canvas").waitFor();
      expect(await page.locator("#panel").isVisible()).toBe(false);
    });
  });
});
