import { execFile, execFileSync, spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { COMMANDS } from "../../clients/cli/src/generated/commands.ts";
import { GeoperaClient, GeoperaError, type OperationId } from "../../clients/typescript/src/index.ts";
import { packageRoot } from "../../infra/package-root.ts";

/** What came of a call, however the client says it. */
export interface Outcome {
  readonly json?: unknown;
  readonly bytes?: Buffer;
  readonly contentType?: string;
  /** Of a failure; undefined on success. */
  readonly status?: number;
  readonly problem?: { readonly reason?: string | undefined };
  readonly faults?: readonly { readonly loc: readonly unknown[] }[];
  /** Of the command line only. */
  readonly exitCode?: number;
}

/** One client, in the hands of a test. */
export interface Driver {
  call(operation: OperationId, input: Readonly<Record<string, unknown>>): Promise<Outcome>;
  stop(): Promise<void>;
}

/** No client: plain HTTP, by one of the two forms of an operation's address. */
export function driveHttp(form: "by id" | "by resource and action") {
  return async (baseUrl: string, token: string): Promise<Driver> => ({
    async call(operation, input) {
      const path = form === "by id" ? `op/${operation}` : operation.replaceAll(".", "/");
      const response = await fetch(`${baseUrl}/v1/${path}`, {
        method: "POST",
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
        body: JSON.stringify(input),
      });
      const contentType = response.headers.get("content-type") ?? "";
      const bytes = Buffer.from(await response.arrayBuffer());
      if (response.ok && !contentType.includes("json")) return { bytes, contentType };
      const json = JSON.parse(bytes.toString("utf8")) as { detail?: unknown };
      if (response.ok) return { json };
      const { status } = response;
      return Array.isArray(json.detail)
        ? { status, faults: json.detail as NonNullable<Outcome["faults"]> }
        : { status, problem: json as NonNullable<Outcome["problem"]> };
    },
    stop: async () => {},
  });
}

/** The TypeScript client, by its methods. */
export async function driveTypescript(baseUrl: string, token: string): Promise<Driver> {
  const client = new GeoperaClient({ baseUrl, token });
  return {
    async call(operation, input) {
      const path = operation.split(".");
      const method = path.reduce<unknown>((part, name) => (part as Record<string, unknown>)[name], client);
      try {
        const answer = await (method as (input: unknown) => Promise<unknown>)(input);
        const { bytes, contentType } = answer as { bytes?: Uint8Array; contentType?: string };
        return bytes instanceof Uint8Array && contentType !== undefined
          ? { bytes: Buffer.from(bytes), contentType }
          : { json: answer };
      } catch (error) {
        if (!(error instanceof GeoperaError)) throw error;
        return failure(error);
      }
    },
    stop: async () => {},
  };
}

/** The Python client: as keywords when synchronous, as a dict when not. */
export function drivePython(python: string, kind: "sync" | "async") {
  return async (baseUrl: string, token: string): Promise<Driver> => {
    const child = spawn(python, [join(import.meta.dirname, "drive_python.py"), baseUrl, token, kind], {
      env: { ...process.env, PYTHONPATH: join(packageRoot, "clients", "python") },
      stdio: ["pipe", "pipe", "inherit"],
    });
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    return {
      async call(operation, input) {
        child.stdin.write(`${JSON.stringify({ operation, input })}\n`);
        const line = await lines.next();
        if (line.done === true) throw new Error("the Python process has ended");
        const { bytes, ...outcome } = JSON.parse(line.value) as Omit<Outcome, "bytes"> & { bytes?: string };
        return bytes === undefined ? failure(outcome) : { ...outcome, bytes: Buffer.from(bytes, "base64") };
      },
      stop: () =>
        new Promise((resolve) => {
          child.once("close", () => resolve());
          child.stdin.end();
        }),
    };
  };
}

/** The built command line: a process for each call, a flag for each field, the password through stdin. */
export async function driveCommandLine(baseUrl: string, token: string): Promise<Driver> {
  execFileSync(
    process.execPath,
    [join(packageRoot, "node_modules", "typescript", "bin", "tsc"), "-b", "clients"],
    {
      cwd: packageRoot,
    },
  );
  return {
    call: (operation, input) =>
      new Promise((resolve) => {
        const { password, ...rest } = input;
        const words = [...operation.split("."), ...flagsOf(operation, rest), "--json-errors"];
        if (password !== undefined) words.push("--password", "-");
        if (COMMANDS.some(({ id, destroys }) => id === operation && destroys)) words.push("--yes");
        const child = execFile(
          process.execPath,
          [join(packageRoot, "clients", "cli", "bin", "geopera.js"), ...words],
          { env: { GEOPERA_BASE_URL: baseUrl, GEOPERA_TOKEN: token }, encoding: "buffer" },
          (_error, stdout, stderr) =>
            resolve(commandOutcome(child.exitCode ?? -1, stdout, stderr, operation)),
        );
        child.stdin?.end(password === undefined ? "" : `${password as string}\n`);
      }),
    stop: async () => {},
  };
}

function flagsOf(operation: OperationId, input: Readonly<Record<string, unknown>>): string[] {
  const flags = COMMANDS.find(({ id }) => id === operation)?.flags ?? [];
  return Object.entries(input).flatMap(([field, value]) => {
    const { flag } = flags.find((candidate) => candidate.field === field) ?? { flag: field };
    return [`--${flag}`, typeof value === "object" ? JSON.stringify(value) : `${value as string | number}`];
  });
}

function commandOutcome(exitCode: number, stdout: Buffer, stderr: Buffer, operation: OperationId): Outcome {
  if (exitCode !== 0) {
    const { error } = JSON.parse(stderr.toString("utf8")) as { error: Outcome };
    return { ...failure(error), exitCode };
  }
  const isBinary = COMMANDS.some(({ id, answer }) => id === operation && answer === "bytes");
  return isBinary
    ? { bytes: stdout, exitCode }
    : { json: JSON.parse(stdout.toString("utf8")) as unknown, exitCode };
}

/** Leaves out what a client does not say. */
function failure(said: { [Key in keyof Outcome]?: Outcome[Key] | null | undefined }): Outcome {
  const { json, status, problem, faults } = said;
  const entries = Object.entries({ json, status, problem, faults });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined && value !== null)) as Outcome;
}
