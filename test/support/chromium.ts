import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";

const CANDIDATES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The path of a Chromium: CHROMIUM, or the system's own; without one undefined, said aloud. */
export function findChromium(testFile: string): string | undefined {
  const path = [process.env["CHROMIUM"], ...CANDIDATES].find(
    (each) => each !== undefined && existsSync(each),
  );
  if (path === undefined) {
    console.warn(
      `SKIPPED ${testFile}: no Chromium (Debian: apt-get install chromium; CHROMIUM names another)`,
    );
  }
  return path;
}

/** Starts it without a window. */
export async function startChromium(executablePath: string): Promise<Browser> {
  return await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
}
