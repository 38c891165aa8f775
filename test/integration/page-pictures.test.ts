import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findChromium, startChromium } from "../support/chromium.ts";
import { comparePicture } from "../support/compare-picture.ts";
import { PASSWORD, shareItem, type SharedItem } from "../support/shared-item.ts";
import { startSystem, type TestSystem } from "../support/system.ts";

const chromium = findChromium("test/integration/page-pictures.test.ts");
const folder = fileURLToPath(new URL("./page-pictures", import.meta.url));

/** Another font makes up to 0.03, a view without its bar and margins 0.04 to 0.4. */
const DIFFERENT_MAX = 0.06;

/** Pictures of images, days, and what is made anew at each start. */
const MASKED = ".thumbnail, .row-target, time, input, td, dd, .chart-days, #readout";

const SCREENS = [
  { name: "desktop", width: 1200, height: 800, colorScheme: "light" },
  { name: "phone", width: 390, height: 800, colorScheme: "dark" },
] as const;

describe.skipIf(chromium === undefined)("the pages look as they did", { timeout: 180_000 }, () => {
  let system: TestSystem;
  let shared: SharedItem;
  let browser: Browser;

  beforeAll(async () => {
    system = await startSystem({ pools: ["render"] });
    // The names of tests' organizations are unique, and wrap in different ways.
    await system.deps.database`update organizations set name = 'Blue Valley'`;
    shared = await shareItem(system, {}, { label: "For Ada", permission: "download" });
    // Days have names of different widths, which would wrap in different ways.
    await system.deps.database`
      update share_links set created_at = '2026-11-04T12:00:00Z', expires_at = '2046-05-23T12:00:00Z'`;
    browser = await startChromium(chromium ?? "");
  });
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  });

  test.each(SCREENS)("on a $name", async ({ name, width, height, colorScheme }) => {
    const context = await browser.newContext({
      viewport: { width, height },
      colorScheme,
      reducedMotion: "reduce",
      locale: "en-GB",
      timezoneId: "UTC",
    });
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    const differences: Record<string, number> = {};
    const take = async (view: string) => {
      // Its tools lie over the map: a mask would cover them, too.
      await page.evaluate(
        `for (const map of document.querySelectorAll("canvas")) map.style.visibility = "hidden"`,
      );
      const picture = await page.screenshot({
        // What is folded away has a place as well, which is not always the same.
        mask: [page.locator(MASKED).filter({ visible: true })],
        maskColor: "#808080",
        animations: "disabled",
      });
      differences[view] = await comparePicture(folder, `${view}-${name}`, picture);
    };

    await page.goto(`${system.url}/s/`);
    await page.getByText("This link is not complete").waitFor();
    await take("cut-link");
    await page.goto(`${system.url}/s/${shared.token}`);
    await page.getByText("The link is open until").waitFor();
    await take("gate");
    await openMap(page);
    await take("map");
    await page.goto(`${system.url}/console/`);
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
    await take("sign-in");
    await page.goto(`${system.url}/console/?signed-in#key=${system.organization.apiKey}`);
    await page.getByRole("heading", { name: "Share something" }).waitFor();
    await take("share");
    for (const [view, address, ...ready] of [
      ["links", "links", "table"],
      ["link", `link/${shared.linkId}`, ".facts ~ section", ".empty, .chart"],
      ["new-link", `new-link/${shared.itemId}`, "form"],
      ["items", "items", ".item-card img", "#project-name"],
      ["style", `style/${shared.itemId}`, ".preview img", ".histogram"],
      ["collections", "collections", ".empty"],
      ["usage", "usage", ".tiles-of-facts", "#exports-title ~ .empty"],
      ["keys", "organization/keys", "table"],
      ["rules", "organization/rules", "form"],
      ["prices", "operator/prices", "table"],
    ] as const) {
      // Another address before "#" loads the page anew, so that all its calls are waited for.
      await page.goto(`${system.url}/console/?${view}#/${address}`);
      for (const part of ready) await page.locator(part).first().waitFor();
      await page.waitForLoadState("networkidle");
      await take(view);
    }
    await context.close();
    const tooDifferent = Object.entries(differences).filter(([, share]) => share > DIFFERENT_MAX);
    expect(tooDifferent, "see .geopera/pictures").toEqual([]);
  });
});

async function openMap(page: Page): Promise<void> {
  await page.fill("#password", PASSWORD);
  await page.click("#open");
  await page.locator("#gate").waitFor({ state: "hidden" });
  await page.locator("#panel").waitFor();
  await page.waitForLoadState("networkidle");
  await page.locator("#progress:not(.active)").waitFor({ state: "attached" });
}
