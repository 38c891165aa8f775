import { VERSION } from "./version.ts";

/** What tells the platforms apart; typed here, because the package names no platform's types. */
interface Platform {
  readonly process?: { readonly versions?: { readonly node?: string } };
  readonly Deno?: { readonly version?: { readonly deno?: string } };
  readonly Bun?: { readonly version?: string };
  readonly document?: unknown;
  readonly WorkerGlobalScope?: unknown;
}

/**
 * `geopera-share-typescript/0.2.0 node/20.20.2`; undefined in browsers, which send their own: a header more
 * would need the permission of CORS.
 */
export function userAgent(platform: Platform = globalThis): string | undefined {
  const { process, Deno, Bun, document, WorkerGlobalScope } = platform;
  const runtimes = [
    ["deno", Deno?.version?.deno],
    ["bun", Bun?.version],
    ["node", process?.versions?.node],
  ] as const;
  const [name, version] = runtimes.find((runtime) => runtime[1] !== undefined) ?? [];
  if (name === undefined && (document !== undefined || WorkerGlobalScope !== undefined)) return undefined;
  const client = `geopera-share-typescript/${VERSION}`;
  return name === undefined ? client : `${client} ${name}/${version}`;
}
