import { execFile } from "node:child_process";
import { existsSync, lstatSync, mkdirSync, readlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { promisify } from "node:util";
import { codeRoot } from "../../../infra/entry.ts";
import type { Logger } from "../../../infra/logger.ts";
import { packageRoot } from "../../../infra/package-root.ts";
import { renderEnvironment } from "./render-environment.ts";

/** How render processes are kept apart from the rest of the machine. */
export interface Sandbox {
  /** Command line before that of the process itself; empty: there is no sandbox. */
  readonly command: readonly string[];
  /** What holds: shown as a metric. */
  readonly kind: "namespaces" | "none";
  /** Folders that are hidden, and have to exist whenever a process starts: see {@link makeMountPoints}. */
  readonly mountPoints: readonly string[];
}

/** What render processes may see. */
export interface SandboxView {
  /** `required` refuses to start without one. */
  readonly mode: "auto" | "required" | "off";
  /** The folder of a directory store; null: the store is reached over the network. */
  readonly storeFolder: string | null;
  /** Folders of the store that hold no rasters of users. */
  readonly hiddenFolders: readonly string[];
  /** The program that makes the sandbox, where it is not bubblewrap from PATH. */
  readonly program?: string;
  /** Files that are seen besides; without a store, then, the network is not. */
  readonly files?: readonly string[];
  /** The only folder that may be written to, besides a temporary one. */
  readonly writableFolder?: string;
}

export const NO_SANDBOX: Sandbox = { command: [], kind: "none", mountPoints: [] };

/** File descriptor at which bubblewrap says under which id the process runs. */
export const SANDBOX_FD = 4;

const run = promisify(execFile);
const PROBE_TIMEOUT_MS = 10_000;

/**
 * The sandbox that works here: bubblewrap with namespaces of its own, tried with the library that it is for.
 * Where that fails, a warning and no sandbox, or an Error in mode `required`.
 */
export async function openSandbox(view: SandboxView, logger: Logger): Promise<Sandbox> {
  if (view.mode === "off") return NO_SANDBOX;
  const gdal = gdalModule();
  const command = bubblewrap(view, gdal);
  const mountPoints = hiddenPaths(view);
  makeMountPoints({ mountPoints });
  try {
    const [program = "", ...args] = command.filter(
      (part) => part !== "--info-fd" && part !== `${SANDBOX_FD}`,
    );
    const probe = [process.execPath, "--eval", "require(process.argv[1])", gdal];
    await run(program, [...args, ...probe], { env: renderEnvironment({}), timeout: PROBE_TIMEOUT_MS });
    return { command, kind: "namespaces", mountPoints };
  } catch (error) {
    const help =
      "install bubblewrap and allow user namespaces (docs/operating.md), or set RENDER_SANDBOX=off";
    if (view.mode === "required") {
      throw new Error(`Render processes cannot be sandboxed: ${help}.`, { cause: error });
    }
    logger.warn({ err: error }, `render processes run without a sandbox: ${help}`);
    return NO_SANDBOX;
  }
}

/** Another view through a sandbox that has been tried. */
export function withView({ kind }: Sandbox, view: SandboxView): Sandbox {
  if (kind === "none") return NO_SANDBOX;
  return { command: bubblewrap(view, gdalModule()), kind, mountPoints: hiddenPaths(view) };
}

/**
 * Makes the folders that a sandbox hides, where they are missing: a store is read-only inside, and nothing
 * can be mounted where nothing is. Before each start, because operators may delete a cache at any time.
 */
export function makeMountPoints({ mountPoints }: Pick<Sandbox, "mountPoints">): void {
  for (const path of mountPoints) mkdirSync(path, { recursive: true, mode: 0o700 });
}

function hiddenPaths({ storeFolder, hiddenFolders }: SandboxView): string[] {
  return storeFolder === null ? [] : hiddenFolders.map((name) => join(storeFolder, name));
}

const gdalModule = (): string => createRequire(import.meta.url).resolve("gdal-async");

/** Folders of the system that a program needs to start; links stay links. */
const SYSTEM_FOLDERS = ["/bin", "/sbin", "/lib", "/lib64"];

/** Besides libraries: where the loader finds them, and the zone of the clock. */
const SYSTEM_FILES = [
  "/etc/ld.so.cache",
  "/etc/ld.so.conf",
  "/etc/ld.so.conf.d",
  "/etc/localtime",
  "/etc/alternatives",
];

/** Names and certificates, for stores that are reached over the network. */
const NETWORK_FILES = [
  "/etc/resolv.conf",
  "/etc/hosts",
  "/etc/nsswitch.conf",
  "/etc/ssl",
  "/etc/ca-certificates",
  "/etc/pki",
];

/** Rooms of the code that a render process loads. */
const CODE_ROOMS = ["core", "infra", "workers"];

function bubblewrap(view: SandboxView, gdal: string): string[] {
  const { storeFolder, program = "bwrap", files, writableFolder } = view;
  const shown = [
    process.execPath,
    join(packageRoot, "package.json"),
    join(packageRoot, "tsconfig.json"),
    join(packageRoot, "node_modules"),
    `${gdal.slice(0, gdal.lastIndexOf("/node_modules/"))}/node_modules`,
    ...CODE_ROOMS.map((room) => join(codeRoot, room)),
    ...Object.entries(renderEnvironment({})).flatMap(([name, value]) =>
      FOLDER_VARIABLES.has(name) ? value.split(":") : [],
    ),
  ];
  const hasNetwork = storeFolder === null && files === undefined;
  const network = hasNetwork ? NETWORK_FILES : [];
  const store =
    storeFolder === null
      ? []
      : [...readOnly(storeFolder), ...hiddenPaths(view).flatMap((path) => ["--tmpfs", path])];
  return [
    program,
    ...ISOLATION,
    ...(hasNetwork ? [] : ["--unshare-net"]),
    ...readOnly("/usr"),
    ...SYSTEM_FOLDERS.flatMap(systemFolder),
    ...[...SYSTEM_FILES, ...network].flatMap(readOnly),
    ...OWN_FOLDERS,
    ...[...new Set(shown)].filter((path) => path !== "" && !path.startsWith("/usr/")).flatMap(readOnly),
    ...store,
    ...(files ?? []).flatMap(readOnly),
    ...(writableFolder === undefined ? [] : ["--bind", writableFolder, writableFolder]),
    "--chdir",
    packageRoot,
    "--info-fd",
    String(SANDBOX_FD),
    "--",
  ];
}

/** Another user, no capabilities, no other processes; it ends with the worker. */
const ISOLATION = [
  "--unshare-user --disable-userns --uid 65534 --gid 65534 --cap-drop ALL",
  "--unshare-pid --unshare-ipc --unshare-uts --unshare-cgroup-try --hostname render",
  "--die-with-parent --as-pid-1 --new-session",
].flatMap((line) => line.split(" "));

const OWN_FOLDERS = "--proc /proc --dev /dev --tmpfs /tmp".split(" ");

const FOLDER_VARIABLES = new Set([
  "LD_LIBRARY_PATH",
  "GDAL_DATA",
  "PROJ_DATA",
  "PROJ_LIB",
  "SSL_CERT_FILE",
  "SSL_CERT_DIR",
  "CURL_CA_BUNDLE",
]);

const readOnly = (path: string): string[] => ["--ro-bind-try", path, path];

function systemFolder(path: string): string[] {
  if (!existsSync(path)) return [];
  return lstatSync(path).isSymbolicLink() ? ["--symlink", readlinkSync(path), path] : readOnly(path);
}
