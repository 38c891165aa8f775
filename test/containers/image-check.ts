import type { Engine } from "./engine.ts";

const IMAGE = "geopera-share";

/** What an image of the service must not hold, each with its reason. */
const FORBIDDEN: readonly (readonly [RegExp, string])[] = [
  [/(^|\/)\.env/, "secrets"],
  [/(?<!\.d)\.(ts|mts|cts|tsx)$/, "sources"],
  [/\.d\.[mc]?ts$/, "types"],
  [
    /\.test\.|\.fixture\.|\.contract\.|^\/app\/(test|bench|docs|local|clients|web|infra|core)\//,
    "what does not run",
  ],
  [/\.tsbuildinfo$|^\/app\/\.|^\/app\/dist\/local\//, "stale builds and caches"],
  [/\/(node-gyp|typescript|vitest|esbuild|tsx)\/package\.json$/, "tools"],
  [/^\/usr\/(local\/)?bin\/(g\+\+|gcc|make|npm|npx|yarn|python3)$/, "tools"],
];

/** Throws when the image holds what it should not; resolves to a line about it. */
export async function checkImage(engine: Engine): Promise<string> {
  const find = "find / -xdev ! -type d ! -path '/proc/*' ! -path '/sys/*' 2>/dev/null; true";
  const files = (await inImage(engine, "sh", "-c", find)).trim().split("\n");
  const wrong = files.flatMap((file) =>
    FORBIDDEN.filter(([pattern]) => pattern.test(file)).map(([, reason]) => `${file} (${reason})`),
  );
  if (wrong.length > 0)
    throw new Error(`the image holds ${wrong.length} files too many: ${wrong.slice(0, 10).join(", ")}`);
  const user = (await inImage(engine, "id", "-u")).trim();
  if (user !== "1000") throw new Error(`the image runs as ${user}`);
  const writable = await inImage(engine, "sh", "-c", "find /app ! -user root | head -1");
  if (writable.trim() !== "") throw new Error(`the service may change itself: ${writable.trim()}`);
  const own = files.filter(
    (file) => file.startsWith("/app/") && !file.startsWith("/app/node_modules/"),
  ).length;
  const size = Number(await engine.run("image", "inspect", "--format", "{{.Size}}", IMAGE));
  return `${Math.round(size / 1e6)} MB, ${files.length} files, ${own} of them ours`;
}

function inImage(engine: Engine, command: string, ...args: readonly string[]): Promise<string> {
  return engine.run("run", "--rm", "--network", "none", "--entrypoint", command, IMAGE, ...args);
}
