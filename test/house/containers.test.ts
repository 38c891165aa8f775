import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { SETTINGS } from "../../infra/config.ts";
import { packageRoot } from "../../infra/package-root.ts";
import { POOLS } from "../../workers/pools.ts";

interface Service {
  readonly image: string;
  readonly command?: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly networks: readonly string[] | object;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly pids_limit?: number;
  readonly mem_limit?: string;
  readonly healthcheck?: object;
}

const read = (path: string) => readFileSync(join(packageRoot, path), "utf8");
const { services } = parse(read("docker-compose.yml"), { merge: true }) as {
  readonly services: Readonly<Record<string, Service>>;
};
const dockerfile = read("infra/docker/Dockerfile");
const own = Object.entries(services).filter(([, { image }]) => image === "geopera-share");
const workers = own.filter(([name]) => name.startsWith("worker-"));

/** What the image sets, because its folders and ports are what compose mounts and publishes. */
const OF_THE_IMAGE = ["API_HOST", "API_PORT", "WORKER_HEALTH_PORT", "JOURNAL_DIR", "INGEST_FOLDER"];

/** The secrets of programs, and who holds each. */
const HOLDERS = {
  DATABASE_OWNER_URL: ["prepare"],
  GRANT_SECRET: ["api"],
  OIDC_CLIENT_SECRET: ["api"],
  IDENTITY_SECRET: ["api"],
  OPERATOR_KEY: ["api"],
  DELIVERY_SECRET: ["api", "worker-webhooks"],
  DATABASE_URL: own.map(([name]) => name),
  REDIS_URL: own.map(([name]) => name).filter((name) => name !== "prepare"),
  REDIS_SENTINEL_PASSWORD: own.map(([name]) => name).filter((name) => name !== "prepare"),
  AWS_SECRET_ACCESS_KEY: own.map(([name]) => name),
} as const satisfies Record<string, readonly string[]>;

describe("docker-compose.yml", () => {
  test("has a service for every pool, and each runs its pool only", () => {
    const pools = workers.map(([name, { command = [] }]) => [name, command.at(-1)]);
    expect(pools).toEqual(Object.keys(POOLS).map((pool) => [`worker-${pool}`, pool]));
  });

  test("passes every setting to each program that reads it", () => {
    const secrets = Object.keys(HOLDERS);
    const plain = SETTINGS.filter((name) => !OF_THE_IMAGE.includes(name) && !secrets.includes(name));
    for (const [service, { environment }] of own) {
      const missing = plain.filter((name) => !(name in environment));
      expect(missing, service).toEqual([]);
    }
    for (const name of OF_THE_IMAGE) expect(dockerfile).toMatch(new RegExp(`^\\s+${name}=`, "m"));
  });

  test.each(Object.entries(HOLDERS))("gives %s to those only that need it", (secret, holders) => {
    const given = Object.entries(services).filter(([, { environment }]) => secret in environment);
    expect(given.map(([name]) => name).toSorted()).toEqual([...holders].toSorted());
  });

  test("no environment holds a setting that does not exist", () => {
    const known = new Set([...SETTINGS, "AWS_ACCESS_KEY_ID"]);
    const unknown = own.flatMap(([, { environment }]) =>
      Object.keys(environment).filter((name) => !known.has(name)),
    );
    expect(unknown).toEqual([]);
  });

  test.each(Object.entries(services))("%s is hardened, bounded and watched", (name, service) => {
    expect(service).toMatchObject({
      read_only: true,
      cap_drop: ["ALL"],
      security_opt: ["no-new-privileges:true"],
      pids_limit: expect.any(Number) as number,
      mem_limit: expect.any(String) as string,
    });
    const isWatched = service.healthcheck !== undefined || name === "api" || name === "proxy";
    expect(isWatched).toBe(true);
  });

  test.each(Object.entries(services))("%s has an image of a version", (_name, { image }) => {
    expect(image === "geopera-share" || /:(\$\{\w+:-)?v?\d[\w.-]*\}$/.test(image)).toBe(true);
  });

  test("API and workers start after the servers answer and the schema is there, and end before them", () => {
    for (const [name, { depends_on: after }] of own.filter(([service]) => service !== "prepare")) {
      expect(after, name).toEqual({
        prepare: { condition: "service_completed_successfully" },
        postgres: { condition: "service_healthy" },
        redis: { condition: "service_healthy" },
        s3: { condition: "service_healthy" },
      });
    }
  });

  test("workers and servers of data have no network but their own, besides the workers that reach endpoints", () => {
    const names = workers.map(([name]) => name).filter((name) => name !== "worker-webhooks");
    const inside = [...names, "prepare", "postgres", "redis"];
    for (const name of inside) expect(services[name]?.networks, name).toEqual(["back"]);
  });

  test("the example of .env names every variable that must be set", () => {
    const wanted = [...read("docker-compose.yml").matchAll(/\$\{(\w+):\?/g)].map(([, name]) => name);
    const named = [...read("infra/docker/env.example").matchAll(/^(\w+)=/gm)].map(([, name]) => name);
    expect(wanted.filter((name) => !named.includes(name))).toEqual([]);
  });
});

describe("the image", () => {
  test("is built from an allow list of files", () => {
    const rules = read(".dockerignore")
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#"));
    expect(rules[0]).toBe("*");
    const allowed = rules.filter((rule) => rule.startsWith("!")).map((rule) => rule.slice(1));
    expect(
      allowed.filter((name) => /^\.(?!npmrc)|docs|test|bench|local|dist|node_modules/.test(name)),
    ).toEqual([]);
    expect(rules).toEqual(
      expect.arrayContaining(["**/dist", "**/node_modules", "**/*.tsbuildinfo", "**/*.test.ts"]),
    );
  });

  test("gets the package.json of every workspace before `npm ci`", () => {
    const { workspaces } = JSON.parse(read("package.json")) as { readonly workspaces: readonly string[] };
    const [before = ""] = dockerfile.split("RUN npm ci");
    for (const workspace of workspaces)
      expect(before).toContain(`COPY ${workspace}/package.json ${workspace}/`);
  });

  test("compiles GDAL's binding of the version that the lock file has", () => {
    const { packages } = JSON.parse(read("package-lock.json")) as {
      readonly packages: Readonly<Record<string, { readonly version?: string }>>;
    };
    const version = packages["node_modules/gdal-async"]?.version;
    expect(dockerfile).toContain(`ARG GDAL_ASYNC_VERSION=${version}\n`);
  });

  test("runs as a numbered user, under an init, with a health check, on a base image of a version", () => {
    expect(dockerfile).toMatch(/^USER 1000:1000$/m);
    expect(dockerfile).toMatch(/^ENTRYPOINT \["\/usr\/bin\/tini", "--"\]$/m);
    expect(dockerfile).toMatch(/^HEALTHCHECK /m);
    expect(dockerfile).toMatch(/^ARG NODE_IMAGE=node:24-/m);
  });
});
