import { once } from "node:events";
import type { ChildProcess } from "node:child_process";
import sharp from "sharp";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startApiProcess } from "../support/api-process.ts";
import { findChromium, startChromium } from "../support/chromium.ts";
import { PASSWORD, shareItem, type SharedItem } from "../support/shared-item.ts";
import { startSystem, type TestSystem } from "../support/system.ts";

const chromium = findChromium("test/integration/share-page-conditions.test.ts");

describe.skipIf(chromium === undefined)("under bad conditions, the share page", { timeout: 180_000 }, () => {
  let system: TestSystem;
  let shared: SharedItem;
  let browser: Browser;
  let page: Page;
  let faults: string[];

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
    page = await browser.newPage({ viewport: { width: 400, height: 400 } });
    page.setDefaultTimeout(120_000);
    faults = [];
    page.on("pageerror", (error) => faults.push(String(error.stack ?? error).slice(0, 900)));
  });
  afterEach(async () => {
    await page.close();
    expect(faults).toEqual([]);
  });

  async function open(): Promise<void> {
    await page.fill("#password", PASSWORD);
    await page.click("#open");
    await page.locator("#gate").waitFor({ state: "hidden" });
  }

  /** Waits until the middle of the window shows data: a map without tiles is plain. */
  async function untilDrawn(): Promise<void> {
    const contrast = async () => {
      const clip = { x: 160, y: 160, width: 80, height: 80 };
      const { channels } = await sharp(await page.screenshot({ clip })).stats();
      return Math.max(...channels.map(({ stdev }) => stdev));
    };
    await expect.poll(contrast, { timeout: 90_000 }).toBeGreaterThan(5);
  }

  test("opens on a slow network and a slow device, the gate in 120 KB", async () => {
    const devtools = await page.context().newCDPSession(page);
    let bytes = 0;
    devtools.on("Network.loadingFinished", ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    await devtools.send("Network.enable");
    // 3G as Chromium's developer tools have it: 1.6 Mbit/s down, 0.75 Mbit/s up, 150 ms.
    await devtools.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: 150,
      downloadThroughput: 200_000,
      uploadThroughput: 93_750,
    });
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: 2 });
    await page.goto(`${system.url}/s/${shared.token}`);
    await page.getByText("has shared a map with you").waitFor();
    await page.waitForLoadState("networkidle");
    expect(bytes).toBeGreaterThan(10_000);
    expect(bytes).toBeLessThan(120_000);
    await open();
    await untilDrawn();
    expect(await page.locator("#toast").isHidden()).toBe(true);
  });

  test("goes on by itself after the server was restarted under it", async () => {
    const first = await startApiProcess(system);
    await page.goto(`${first.url}/s/${shared.token}`);
    await open();
    await untilDrawn();
    await stop(first.child);
    await page.locator("#map").focus();
    await page.locator("#map canvas").first().press("+");
    await page.getByText("The server cannot be reached. Trying again…").waitFor();
    const second = await startApiProcess(system, new URL(first.url).port);
    try {
      await page.locator("#toast").waitFor({ state: "hidden" });
      await untilDrawn();
      expect(await page.locator("#gate").isHidden()).toBe(true);
    } finally {
      await stop(second.child);
    }
  });
});

async function stop(child: ChildProcess): Promise<void> {
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  await ended;
}
