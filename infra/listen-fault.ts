import { StartFault } from "./start-fault.ts";

/** What to do about an address on which a server cannot listen. */
const REMEDIES: Readonly<Record<string, string>> = {
  EADDRINUSE: "another program listens there: end it, or choose another port",
  EACCES: "ports below 1024 need a right of their own: choose a higher one, with a proxy in front",
  EADDRNOTAVAIL: "this machine does not have that address: correct HOST",
  ENOTFOUND: "there is no such address: correct HOST",
};

/** The StartFault for an error of `listen`, or the error itself when it is another one. */
export function listenFault(setting: string, at: { host: string; port: number }, error: unknown): unknown {
  const { code = "" } = error as NodeJS.ErrnoException;
  const remedy = REMEDIES[code];
  if (remedy === undefined) return error;
  const named = remedy.replace("HOST", setting.replace(/PORT$/, "HOST"));
  return new StartFault(`${setting}: cannot listen on ${at.host}:${at.port} (${code}): ${named}.`, {
    cause: error,
  });
}
