import { spawn } from "node:child_process";

const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: ["open"],
  win32: ["rundll32", "url.dll,FileProtocolHandler"],
};

/** Shows an address in the user's browser; resolves to false where no program does that. */
export async function openUrl(url: string): Promise<boolean> {
  const [program = "xdg-open", ...words] = OPENERS[process.platform] ?? ["xdg-open"];
  return await new Promise((resolve) => {
    const child = spawn(program, [...words, url], { stdio: "ignore", detached: true });
    child.once("error", () => resolve(false));
    child.once("spawn", () => {
      child.unref();
      resolve(true);
    });
  });
}
