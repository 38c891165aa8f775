import { createServer, request as sendRequest, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import sharp from "sharp";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { barriers } from "../support/barriers.ts";
import { findChromium, startChromium } from "../support/chromium.ts";
import { PASSWORD, shareItem, type SharedItem } from "../support/shared-item.ts";
import { startSystem, type TestSystem } from "../support/system.ts";

const chromium = findChromium("test/integration/share-page-elsewhere.test.ts");

let system: TestSystem;
/** Takes `/share` off the path and passes the request on, as an operator's proxy does. */
let proxy: Server;
/** Another site: a page with a frame, and the operator's basemap. */
let site: Server;
let siteUrl: string;
let publicUrl: string;
/** The HTML of the page at `/`. */
let framing = "";

const BASEMAP_COLOUR = "#d01c8b";

beforeAll(async () => {
  proxy = createServer((request, response) => {
    const { method, headers, url = "" } = request;
    if (!url.startsWith("/share/")) return void response.writeHead(404).end();
    const onward = sendRequest(new URL(url.slice(6), system.url), { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    request.pipe(onward);
  });
  site = createServer((request, response) => {
    if (request.url === "/style.json") {
      response.writeHead(200, { "content-type": "application/json", "access-control-allow-origin": "*" });
      const paint = { "background-color": BASEMAP_COLOUR };
      response.end(
        JSON.stringify({ version: 8, sources: {}, layers: [{ id: "sea", type: "background", paint }] }),
      );
    } else response.writeHead(200, { "content-type": "text/html" }).end(framing);
  });
  publicUrl = `${await listen(proxy)}/share`;
  siteUrl = await listen(site);
  system = await startSystem({
    pools: ["render"],
    settings: { PUBLIC_URL: publicUrl, BASEMAP_STYLE_URL: `${siteUrl}/style.json` },
  });
});
afterAll(async () => {
  await system?.stop();
  proxy.close();
  site.close();
});

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const read = async (path: string) => {
  const answer = await fetch(path.startsWith("http") ? path : `${publicUrl}${path}`);
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
};

describe("the page of a link in messengers", () => {
  test("shows nothing of it unless the owner chose that, and then what the owner chose", async () => {
    const { token, linkId } = await shareItem(system, {}, { label: 'For <Ada> & "Bo"' });
    const unknown = await read(`/s/${"x".repeat(43)}`);
    expect((await read(`/s/${token}`)).text).toBe(unknown.text);
    expect((await read(`/s/${token}/card.jpg`)).status).toBe(404);
    const choose = async (preview_card: string) =>
      await system.client.call("share.link.update", { link_id: linkId, preview_card });
    await choose("name");
    const named = (await read(`/s/${token}`)).text;
    expect(named).toContain('property="og:title" content="For &lt;Ada&gt; &amp; &quot;Bo&quot;"');
    expect(named).not.toContain("og:image");
    expect(named).toContain('name="robots" content="noindex"');
    await choose("picture");
    const shown = (await read(`/s/${token}`)).text;
    const [, address = ""] = /property="og:image" content="([^"]+)"/.exec(shown) ?? [];
    expect(address).toBe(`${publicUrl}/s/${token}/card.jpg`);
    const answer = await fetch(address);
    expect(answer.headers.get("content-type")).toBe("image/jpeg");
    expect((await sharp(Buffer.from(await answer.arrayBuffer())).metadata()).width).toBeLessThanOrEqual(1024);
    await system.client.call("share.link.revoke", { link_id: linkId });
    await expect.poll(async () => (await read(`/s/${token}`)).text, { timeout: 30_000 }).toBe(unknown.text);
    expect((await read(`/s/${token}/card.jpg`)).status).toBe(410);
  });
});

describe("the page of a link in a frame", () => {
  const policyOf = ({ headers }: { headers: Headers }) =>
    /frame-ancestors ([^;]+)/.exec(headers.get("content-security-policy") ?? "")?.[1];

  test("is allowed for the origins that the link names, at its address for frames only", async () => {
    const { token } = await shareItem(system, {}, { allowed_origins: [siteUrl, "https://maps.example.org"] });
    const free = await shareItem(system);
    expect(policyOf(await read(`/s/${token}?embed`))).toBe(`${siteUrl} https://maps.example.org`);
    expect(policyOf(await read(`/s/${token}`))).toBe("'none'");
    expect(policyOf(await read(`/s/${free.token}?embed`))).toBe("'none'");
    expect(policyOf(await read(`/s/${"x".repeat(43)}?embed`))).toBe("'none'");
  });
});

describe("below a path of a proxy", () => {
  test("every address in answers is below it", async () => {
    const { token } = await shareItem(system);
    const { tiles, wmts_url } = await system.client.call("share.tilejson", { token, password: PASSWORD });
    expect(tiles[0].startsWith(`${publicUrl}/v1/share/tiles/`)).toBe(true);
    expect((await read(tiles[0].replace("{z}/{x}/{y}", "0/0/0"))).status).toBe(200);
    expect((await read(wmts_url)).text).toContain(`${publicUrl}/v1/share/tiles/`);
    const discovery = await read("/realms/public/.well-known/openid-configuration");
    const { issuer, token_endpoint } = JSON.parse(discovery.text) as Record<string, string>;
    expect(issuer).toBe(`${publicUrl}/realms/public`);
    expect(token_endpoint?.startsWith(`${publicUrl}/`)).toBe(true);
    expect(JSON.parse((await read("/openapi.json")).text).servers).toEqual([{ url: "/share" }]);
    for (const page of ["/docs", "/console/", "/device", "/password", "/s/"]) {
      const { status, text } = await read(page);
      expect([page, status]).toEqual([page, 200]);
      expect(text).not.toMatch(/(?:src|href|action)="\/(?!\/)/);
    }
  });
});

describe.skipIf(chromium === undefined)("in Chromium", { timeout: 120_000 }, () => {
  let browser: Browser;
  let page: Page;
  let shared: SharedItem;
  let faults: string[];

  beforeAll(async () => {
    browser = await startChromium(chromium ?? "");
    shared = await shareItem(system, {}, { allowed_origins: [siteUrl] });
  });
  afterAll(async () => {
    await browser?.close();
  });
  beforeEach(async () => {
    page = await browser.newPage({ viewport: { width: 700, height: 560 } });
    page.setDefaultTimeout(60_000);
    faults = [];
    page.on("pageerror", (error) => faults.push(String(error)));
  });
  afterEach(async () => {
    await page.close();
    expect(faults).toEqual([]);
  });

  test("a page that the link names shows the map in its frame, with the operator's basemap, below a path", async () => {
    framing = `<!doctype html><html lang="en"><title>Ours</title><iframe src="${publicUrl}/s/${shared.token}?embed" title="Scene" width="640" height="480"></iframe>`;
    await page.goto(siteUrl);
    const frame = page.frameLocator("iframe");
    await frame.locator("#password").fill(PASSWORD);
    await frame.locator("#open").click();
    await frame.locator("#gate").waitFor({ state: "hidden" });
    expect(await frame.locator("#panel").getAttribute("open")).toBeNull();
    const colourAt = async (x: number, y: number) => {
      const clip = { x, y, width: 4, height: 4 };
      const { channels } = await sharp(await page.screenshot({ clip })).stats();
      return channels.slice(0, 3).map(({ mean }) => Math.round(mean));
    };
    // Beside the data there is the basemap.
    await expect.poll(() => colourAt(40, 400), { timeout: 30_000 }).toEqual([208, 28, 139]);
    await expect.poll(() => colourAt(330, 250), { timeout: 30_000 }).not.toEqual([208, 28, 139]);
    await frame.locator("#panel > summary").click();
    await frame.getByRole("link", { name: "Open in a page of its own" }).waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  test("a page that the link does not name shows nothing of it", async () => {
    const other = await shareItem(system, {}, { allowed_origins: ["https://maps.example.org"] });
    framing = `<!doctype html><html lang="en"><title>Theirs</title><iframe src="${publicUrl}/s/${other.token}?embed" title="Scene"></iframe>`;
    const refused = page.waitForEvent("console", (message) => message.text().includes("frame-ancestors"));
    await page.goto(siteUrl);
    await refused;
    expect(await page.frameLocator("iframe").locator("#password").count()).toBe(0);
  });

  test("the console works below a path", async () => {
    await page.goto(`${publicUrl}/console/#key=${system.organization.apiKey}`);
    await page.getByRole("link", { name: "Links" }).click();
    await page.locator("table tbody tr").first().waitFor();
  });
});
