import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { packageRoot } from "../../infra/package-root.ts";
import { findChromium, startChromium } from "../support/chromium.ts";

interface Demo {
  readonly api_url: string;
  readonly api_key: string;
  readonly collection_id: string;
  readonly items: readonly { readonly id: string; readonly name: string }[];
}

interface Call {
  (operation: string, input: object): Promise<Record<string, string>>;
}

const PASSWORD = "pictures of the real thing";

/** Takes the pictures of the documents from the demo of a running `npm start`. */
export async function takeScreenshots(): Promise<void> {
  const demo = JSON.parse(await readFile(join(packageRoot, ".geopera/demo.json"), "utf8")) as Demo;
  const chromium = findChromium("the pictures of the documents");
  if (chromium === undefined) throw new Error("pictures need a Chromium");
  const browser = await startChromium(chromium);
  try {
    await takeAll(browser, demo);
  } finally {
    await browser.close();
  }
}

async function takeAll(browser: Browser, demo: Demo): Promise<void> {
  const call: Call = async (operation, input) => {
    const answer = await fetch(`${demo.api_url}/v1/op/${operation}`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${demo.api_key}` },
      body: JSON.stringify(input),
    });
    if (!answer.ok) throw new Error(`${operation}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Record<string, string>;
  };
  const linkTo = async (target_type: "item" | "collection", target_id: string) => {
    const { token = "" } = await call("share.link.create", {
      target_type,
      target_id,
      password: PASSWORD,
      expires_at: new Date(Date.now() + 30 * 86_400_000).toISOString(),
      profiles: "all",
      permission: "download",
      label: "For Ada",
      address_life: "link",
    });
    return `${demo.api_url}/s/${token}`;
  };
  const scene = demo.items.find(({ name }) => /four bands/i.test(name)) ?? demo.items[0];
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(60_000);
  const take = async (name: string) => {
    await page.screenshot({ path: picture(name), type: "jpeg", quality: 80 });
  };

  await page.goto(await linkTo("item", scene?.id ?? ""));
  await open(page);
  await page.locator("#compare").selectOption({ index: 1 });
  await page.getByRole("slider", { name: /^Line/ }).waitFor();
  await settle(page);
  await take("share-compare");

  await page.goto(await linkTo("collection", demo.collection_id));
  await open(page);
  await page.locator("#items > summary").click();
  await settle(page);
  await take("share-page");

  await page.goto(`${demo.api_url}/console/#key=${demo.api_key}`);
  await page.getByRole("heading", { name: "Share something" }).waitFor();
  for (const view of ["links", "usage"]) {
    await page.goto(`${demo.api_url}/console/#/${view}`);
    await page.locator(".scroll table tbody tr").first().waitFor();
    if (view === "usage") await page.locator(".chart rect").first().waitFor();
    await page.waitForLoadState("networkidle");
    await take(`console-${view}`);
  }
}

async function open(page: Page): Promise<void> {
  await page.fill("#password", PASSWORD);
  await page.click("#open");
  await page.locator("#gate").waitFor({ state: "hidden" });
  await page.waitForLoadState("networkidle");
}

/** Waits until nothing has been loading for a while: map and thumbnails are there. */
async function settle(page: Page): Promise<void> {
  const isQuiet = `document.querySelector(".progress.active") === null &&
    [...document.images].every(({ complete, naturalWidth }) => complete && naturalWidth > 0)`;
  for (let quiet = 0; quiet < 4;) {
    await page.waitForFunction(isQuiet);
    await page.waitForTimeout(500);
    quiet = (await page.evaluate<boolean>(isQuiet)) ? quiet + 1 : 0;
  }
}

function picture(name: string): string {
  return join(packageRoot, "docs", "images", `${name}.jpg`);
}
