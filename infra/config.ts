import { z } from "zod";
import { LIMITS } from "../core/access/limits.ts";
import { parseHostListUrl } from "./host-list-url.ts";
import { isAddressRange } from "./outbound/public-address.ts";
import { secretFault, urlPasswordFault } from "./secret-strength.ts";

const integer = (fallback: number, minimum = 0) => z.coerce.number().int().min(minimum).default(fallback);

/** The URL of a server that may have several hosts. */
const hostListUrl = (protocols: readonly [string, string]) =>
  z
    .string()
    .refine(
      (text) => protocols.includes(parseHostListUrl(text)?.protocol ?? ""),
      `must be ${protocols[0]}//host:port, with several hosts as ${protocols[0]}//one:port,two:port`,
    );

/** Every setting of the system, by the name of its environment variable; docs/operating.md explains each. */
const schema = z.object({
  GEOPERA_MODE: z.enum(["development", "production"]).default("development"),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),

  /** Of several hosts, the one that takes writes is used. */
  DATABASE_URL: hostListUrl(["postgres:", "postgresql:"]),
  /** The role that owns the tables, for programs/prepare; unset: DATABASE_URL migrates and serves. */
  DATABASE_OWNER_URL: hostListUrl(["postgres:", "postgresql:"]).optional(),
  DATABASE_POOL_SIZE: integer(10, 1),
  /**
   * Limit for statements of a request, a render or the usage drain; a request waits half as long for a
   * connection.
   */
  DATABASE_QUERY_TIMEOUT_MS: integer(20_000, 100),
  /** One server, the sentinels, or some nodes of a cluster; `rediss:` is TLS, to sentinels as well. */
  REDIS_URL: hostListUrl(["redis:", "rediss:"]),
  /** What the hosts of REDIS_URL are. */
  REDIS_MODE: z.enum(["standalone", "sentinel", "cluster"]).default("standalone"),
  /** The name of the master that the sentinels watch. */
  REDIS_SENTINEL_MASTER: z.string().min(1).default("mymaster"),
  /** The password of the sentinels; that of REDIS_URL is the one of the servers. */
  REDIS_SENTINEL_PASSWORD: z.string().min(1).optional(),
  /** Production refuses a Redis without a password unless its network is closed to others. */
  REDIS_WITHOUT_PASSWORD: z.stringbool().default(false),
  /** Prefix of every Redis key; the braces are one Redis Cluster hash tag. */
  REDIS_PREFIX: z
    .string()
    .regex(/^\{[\w-]+\}$/, "must be one hash tag, such as {geopera}")
    .default("{geopera}"),
  /** Into how many parts renders and usage are split, for a cluster; it can change at any time. */
  REDIS_PARTITIONS: z.coerce.number().int().min(1).max(256).default(1),
  /** `file:///absolute/dir`, `s3://bucket/prefix` or `memory:`. */
  OBJECT_STORE_URL: z
    .string()
    .regex(/^(file:\/\/\/|s3:\/\/|memory:)/, "must be file:///…, s3://… or memory:"),
  S3_ENDPOINT: z.url().optional(),
  /** The endpoint for downloads by clients, where it differs. */
  S3_PUBLIC_ENDPOINT: z.url().optional(),
  S3_REGION: z.string().default("us-east-1"),
  S3_FORCE_PATH_STYLE: z.stringbool().default(false),
  /** The S3 SDK reads it; it is here so that production can refuse a weak one. */
  AWS_SECRET_ACCESS_KEY: z.string().optional(),

  API_HOST: z.string().default("127.0.0.1"),
  API_PORT: integer(8080),
  /** The service in TileJSON and tokens; default: the address of the request. Required in production. */
  PUBLIC_URL: z.url().optional(),
  /** Honour `X-Forwarded-*` of these proxies: addresses or CIDR ranges, comma-separated. */
  TRUSTED_PROXIES: z.string().default(""),
  /** Signs tile grants; the same in every API process. At least 32 characters. */
  GRANT_SECRET: z.string().min(32),
  /**
   * Encrypts the signing keys of session tokens; the same in every API process. Unset: derived from
   * GRANT_SECRET.
   */
  IDENTITY_SECRET: z.string().min(32).optional(),
  /**
   * Encrypts what the service keeps to reach customers' endpoints; the same in every API process and in
   * workers of the webhooks pool. Unset: subscriptions cannot be made.
   */
  DELIVERY_SECRET: z.string().min(32).optional(),
  /** Whether endpoints may begin with http://. */
  OUTBOUND_ALLOWS_HTTP: z.stringbool().default(false),
  /** Ranges that endpoints may be in besides public addresses, comma-separated. */
  OUTBOUND_PRIVATE_RANGES: z
    .string()
    .default("")
    .transform((list) => list.split(",").filter((range) => range !== ""))
    .refine((ranges) => ranges.every(isAddressRange), "must be ranges such as 10.1.0.0/16"),
  /** Limit for one request to an endpoint. */
  OUTBOUND_TIMEOUT_MS: integer(10_000, 100),
  /** Trust this OpenID Connect issuer's tokens for people, instead of passwords kept here. */
  OIDC_ISSUER: z.url().optional(),
  /** The required `aud` of those tokens. */
  OIDC_AUDIENCE: z.string().min(1).default("geopera"),
  /** The console as a public client of that issuer; unset: the console does not sign in there. */
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  /** The secret of that client, where the issuer gave it one: the API sends it, browsers never see it. */
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  /**
   * A month closes by itself this many days after its end, when events in flight at midnight have arrived;
   * `off` leaves closing to people.
   */
  BILLING_CLOSE_AFTER_DAYS: z.union([z.literal("off"), z.coerce.number().int().min(0).max(365)]).default(3),
  /** Leaves a month open by itself while tiles have no price, or a statement cannot be made. */
  BILLING_CLOSE_REFUSES_UNPRICED: z.stringbool().default(false),
  /** Leaves a month open by itself while its usage does not reconcile. */
  BILLING_CLOSE_REFUSES_UNRECONCILED: z.stringbool().default(false),
  /** A log-in ends this many days after it began, however often it is refreshed. */
  SESSION_DAYS_MAX: integer(30, 1),
  /** How long events of the security log are kept. */
  SECURITY_LOG_DAYS: integer(400, 1),
  /** Opens the queue board and metrics; unset: both answer 404. */
  OPERATOR_KEY: z.string().min(16).optional(),
  /** Contact for security reports, `mailto:…` or `https://…`; unset: no `/.well-known/security.txt`. */
  SECURITY_CONTACT: z
    .string()
    .regex(/^(mailto:\S+@\S+|https:\/\/\S+)$/, "must be mailto:… or https://…")
    .optional(),
  /** A style of MapLibre below the data of share pages; unset: coasts and borders of our own. */
  BASEMAP_STYLE_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Origins that this style loads from besides its own, comma-separated. */
  BASEMAP_ORIGINS: z
    .string()
    .default("")
    .transform((list) => list.split(",").filter((origin) => origin !== ""))
    .refine(
      (origins) => origins.every((origin) => URL.canParse(origin) && new URL(origin).origin === origin),
      "must be origins such as https://tiles.example.org",
    ),
  /** Directory of the local usage journal; processes of one machine may share it. */
  JOURNAL_DIR: z.string(),

  BCRYPT_COST: integer(12, 4),
  BCRYPT_THREADS: integer(1, 1),
  BCRYPT_WAITING_MAX: integer(80, 1),
  /** Refused passwords are answered after a whole number of these. */
  REFUSAL_DELAY_MS: integer(1_000),
  /**
   * Limits for the head and the body of a request; of an uploaded file, some bytes must arrive in this time.
   */
  REQUEST_HEAD_TIMEOUT_MS: integer(20_000, 100),
  REQUEST_BODY_TIMEOUT_MS: integer(30_000, 100),
  /** A client that takes less than 1 KiB/s of its answer in this time is disconnected. */
  ANSWER_STALL_TIMEOUT_MS: integer(30_000, 100),
  BODY_BYTES_MAX: integer(1_048_576, 1024),
  /** Limit for one uploaded file; the default is the limit of one PUT to S3. */
  UPLOAD_BYTES_MAX: integer(5 * 1024 * 1024 * 1024),
  /** An upload that nothing happened to for this long is given up, and its files are deleted. */
  UPLOAD_ABANDONED_HOURS: integer(48, 1),
  /** Limit for all tiles in a `file:` store; 0: none. */
  TILE_STORE_BYTES_MAX: integer(50 * 1024 * 1024 * 1024),
  TILE_MEMORY_BYTES: integer(256 * 1024 * 1024),
  /**
   * Tiles along each side of a block that is rendered at once: viewers request the neighbours of a tile
   * anyway.
   */
  RENDER_BLOCK_SPAN: z.coerce
    .number()
    .pipe(z.union([z.literal(1), z.literal(2), z.literal(4)]))
    .default(4),
  RENDER_DEADLINE_MS: integer(10_000, 100),
  RENDER_WAITING_MAX: integer(512, 1),
  /** Tiles that one warm-up draws at most. */
  WARM_TILES_MAX: integer(100_000, 1),
  RENDER_WAITING_PER_ORGANIZATION_MAX: integer(LIMITS.waiting_renders.default, 1),
  /** Defaults of `organization_limits`, which holds what the operator set for one organization. */
  LIMIT_CALLS_PER_KEY: integer(LIMITS.calls_per_key.default, 1),
  LIMIT_CALLS_PER_ORGANIZATION: integer(LIMITS.calls_per_organization.default, 1),
  LIMIT_TILES_PER_LINK: integer(LIMITS.tiles_per_link.default, 1),
  LIMIT_STORAGE_BYTES: integer(LIMITS.storage_bytes.default),
  LIMIT_OPEN_UPLOADS: integer(LIMITS.open_uploads.default),
  LIMIT_SHARE_LINKS: integer(LIMITS.share_links.default),
  LIMIT_RENDER_PROFILES: integer(LIMITS.render_profiles.default),
  LIMIT_COLLECTIONS: integer(LIMITS.collections.default),
  LIMIT_ITEMS: integer(LIMITS.items.default),

  RENDER_PROCESSES: integer(2, 1),
  RENDER_JOBS_PER_PROCESS: integer(2, 1),
  RENDER_TIMEOUT_MS: integer(20_000, 100),
  /** Memory of a render process: the kernel refuses it more, and one that grows beyond is killed. */
  RENDER_PROCESS_BYTES_MAX: integer(1024 * 1024 * 1024, 256 * 1024 * 1024),
  /** Whether render processes run in namespaces of their own: where bubblewrap works, always, or never. */
  RENDER_SANDBOX: z.enum(["auto", "required", "off"]).default("auto"),
  /** Processes of a render worker that inspect files and calculate statistics, so that tiles never wait. */
  INSPECT_PROCESSES: integer(2, 1),
  INSPECT_TIMEOUT_MS: integer(5_000, 100),
  GDAL_CACHE_MEGABYTES: integer(256, 1),

  /** Whether registration has files converted that cannot be drawn in time; otherwise it only warns. */
  INGEST_CONVERTS: z.stringbool().default(true),
  /** Conversions side by side in an ingest worker, and the threads of each. */
  INGEST_PROCESSES: integer(1, 1),
  INGEST_THREADS: integer(1, 1),
  /** A conversion that takes longer is given up. */
  INGEST_TIMEOUT_SECONDS: integer(7_200, 1),
  /** Memory of a conversion: the kernel refuses it more, and one that grows beyond is killed. */
  INGEST_PROCESS_BYTES_MAX: integer(600 * 1024 * 1024, 256 * 1024 * 1024),
  INGEST_CACHE_MEGABYTES: integer(128, 16),
  /** Where conversions write until they are complete; default: in a directory store, else the system's. */
  INGEST_FOLDER: z.string().min(1).optional(),
  WORKER_HEALTH_PORT: integer(0),
  /** Slower requests, and failed ones, explain themselves to `npm run ops -- explain`; `off`: none. */
  EXPLAIN_SLOW_MS: z.union([z.literal("off"), z.coerce.number().int().min(0)]).default(1_000),
  /** A share of all other requests, from 0 to 1, that do so as well. */
  EXPLAIN_SAMPLE: z.coerce.number().min(0).max(1).default(0),
  /** A collector of OpenTelemetry (OTLP over HTTP); unset: no traces. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url().optional(),
  /** Headers for the collector: `name=value`, comma-separated. */
  OTEL_EXPORTER_OTLP_HEADERS: z
    .string()
    .regex(/^[\w-]+=[^,]+(,[\w-]+=[^,]+)*$/, "must be name=value, comma-separated")
    .optional(),
  /** The share of requests that are traced, from 0 to 1. */
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).default(0.01),
  /** Whether traces of requests are continued (`traceparent`): only where callers are your own. */
  OTEL_CONTINUES_TRACES: z.stringbool().default(false),
  /**
   * Where an API process takes rendered tiles from workers, and on which port (0: any). `0.0.0.0` tells
   * workers all addresses of its machine; `off`: tiles go through Redis.
   */
  TILE_DELIVERY_HOST: z.string().min(1).default("127.0.0.1"),
  TILE_DELIVERY_PORT: integer(0),
  /** How long an API process still serves after SIGTERM, while balancers learn that it is not ready. */
  DRAIN_DELAY_MS: integer(5_000),
});

/** The names of all settings. */
export const SETTINGS: readonly string[] = Object.keys(schema.shape);

/** The parsed environment. */
export type Config = z.infer<typeof schema>;

const workerSchema = schema.omit({
  GRANT_SECRET: true,
  IDENTITY_SECRET: true,
  OPERATOR_KEY: true,
  OIDC_CLIENT_SECRET: true,
});

/** The settings of workers: those of the API without its secrets. */
export type WorkerConfig = z.infer<typeof workerSchema>;

/** The settings that say where objects lie. */
const STORE = {
  OBJECT_STORE_URL: true,
  S3_ENDPOINT: true,
  S3_REGION: true,
  S3_FORCE_PATH_STYLE: true,
} as const;

const prepareSchema = schema.pick({
  GEOPERA_MODE: true,
  DATABASE_URL: true,
  DATABASE_OWNER_URL: true,
  ...STORE,
});

/** The settings of programs/prepare: who owns the tables, and where data lies. */
export type PrepareConfig = z.infer<typeof prepareSchema>;

const adminSchema = schema
  .pick({
    GEOPERA_MODE: true,
    DATABASE_URL: true,
    BCRYPT_COST: true,
    S3_PUBLIC_ENDPOINT: true,
    ...STORE,
  })
  // Only `verify-assets` looks into the store.
  .partial({ OBJECT_STORE_URL: true });

/** The settings of administrative commands. */
export type AdminConfig = z.infer<typeof adminSchema>;

const financeSchema = schema.pick({ DATABASE_URL: true, S3_PUBLIC_ENDPOINT: true, ...STORE });

/** The names of the settings of `npm run finance`. */
export const FINANCE_SETTINGS = Object.keys(financeSchema.shape);

/** The settings of `npm run finance`: only where data lies. */
export type FinanceConfig = z.infer<typeof financeSchema>;

const opsSchema = schema.pick({
  LOG_LEVEL: true,
  DATABASE_URL: true,
  REDIS_URL: true,
  REDIS_MODE: true,
  REDIS_SENTINEL_MASTER: true,
  REDIS_SENTINEL_PASSWORD: true,
  REDIS_PREFIX: true,
  WARM_TILES_MAX: true,
  RENDER_BLOCK_SPAN: true,
});

/** The names of the settings of `npm run ops`. */
export const OPS_SETTINGS = Object.keys(opsSchema.shape);

/** The settings of `npm run ops`: where queues and usage lie. */
export type OpsConfig = z.infer<typeof opsSchema>;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Parses the settings of an environment; throws an Error that names every variable that is missing, invalid,
 * or weak in production.
 */
export function parseConfig(environment: Environment): Config {
  const config = parseWith(schema, environment);
  const faults = config.GEOPERA_MODE === "production" ? productionFaults(config) : [];
  if (faults.length > 0) refuse(faults);
  return config;
}

/** Parses the settings of workers; throws like {@link parseConfig}. */
export function parseWorkerConfig(environment: Environment): WorkerConfig {
  const config = parseWith(workerSchema, environment);
  const faults = config.GEOPERA_MODE === "production" ? serviceFaults(config) : [];
  if (faults.length > 0) refuse(faults);
  return config;
}

/** Parses the settings of programs/prepare; throws like {@link parseConfig}. */
export function parsePrepareConfig(environment: Environment): PrepareConfig {
  const config = parseWith(prepareSchema, environment);
  const faults = config.GEOPERA_MODE === "production" ? databaseFaults(config) : [];
  if (faults.length > 0) refuse(faults);
  return config;
}

/** Parses the settings of administrative commands; throws like {@link parseConfig}. */
export function parseAdminConfig(environment: Environment): AdminConfig {
  const config = parseWith(adminSchema, environment);
  const faults = config.GEOPERA_MODE === "production" ? credentialFaults(config) : [];
  if (faults.length > 0) refuse(faults);
  return config;
}

/** Parses the settings of `npm run finance`; throws like {@link parseConfig}. */
export function parseFinanceConfig(environment: Environment): FinanceConfig {
  return parseWith(financeSchema, environment);
}

/** Parses the settings of `npm run ops`; throws like {@link parseConfig}. */
export function parseOpsConfig(environment: Environment): OpsConfig {
  return parseWith(opsSchema, environment);
}

function parseWith<Schema extends z.ZodType>(wanted: Schema, environment: Environment): z.infer<Schema> {
  const present = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ""),
  );
  const parsed = wanted.safeParse(present);
  if (parsed.success) return parsed.data;
  refuse(
    parsed.error.issues.map(({ path, message }) => {
      const name = path.join(".");
      return name in present ? `${name}: ${message}` : `${name}: must be set`;
    }),
  );
}

function refuse(faults: readonly string[]): never {
  throw new Error(
    `The configuration is not valid:\n${faults.map((fault) => `  ${fault}`).join("\n")}\nSee docs/operating.md.`,
  );
}

/** Production refuses secrets that are weak, guessable or taken from an example. */
function productionFaults(config: Config): string[] {
  const secrets = ["GRANT_SECRET", "IDENTITY_SECRET", "OPERATOR_KEY"] as const;
  const isRepeated = new Set(secrets.map((name) => config[name]).filter(Boolean)).size;
  const given = secrets.filter((name) => config[name] !== undefined).length;
  return [
    ...secrets.map((name) => weakness(name, config[name])),
    ...serviceFaults(config),
    costFault(config),
    isRepeated < given ? "GRANT_SECRET, IDENTITY_SECRET and OPERATOR_KEY: must differ" : undefined,
    publicUrlFault(config.PUBLIC_URL),
  ].filter((fault) => fault !== undefined);
}

/** Checks shared by the API and the workers. */
function serviceFaults(config: WorkerConfig): string[] {
  const redisFault = redisPasswordFault(config);
  return [
    weakness("AWS_SECRET_ACCESS_KEY", config.AWS_SECRET_ACCESS_KEY),
    weakness("DELIVERY_SECRET", config.DELIVERY_SECRET),
    ...databaseFaults(config),
    redisFault && `REDIS_URL: ${redisFault}`,
  ].filter((fault) => fault !== undefined);
}

function weakness(name: string, secret: string | undefined): string | undefined {
  const fault = secret === undefined ? undefined : secretFault(secret);
  return fault && `${name}: ${fault}`;
}

function redisPasswordFault({ REDIS_URL, REDIS_WITHOUT_PASSWORD }: WorkerConfig): string | undefined {
  const isOpen = parseHostListUrl(REDIS_URL)?.password === "" && !REDIS_WITHOUT_PASSWORD;
  return isOpen
    ? "has no password; set REDIS_WITHOUT_PASSWORD=true if only this service's processes can reach it"
    : urlPasswordFault(REDIS_URL);
}

/** Checks of administrative commands. */
function credentialFaults(config: AdminConfig): string[] {
  return [...databaseFaults(config), costFault(config)].filter((fault) => fault !== undefined);
}

function databaseFaults(
  config: Pick<Config, "DATABASE_URL"> & Partial<Pick<PrepareConfig, "DATABASE_OWNER_URL">>,
): string[] {
  return (["DATABASE_URL", "DATABASE_OWNER_URL"] as const).flatMap((name) => {
    const url = config[name];
    const fault = url === undefined ? undefined : urlPasswordFault(url);
    return fault === undefined ? [] : [`${name}: ${fault}`];
  });
}

function costFault({ BCRYPT_COST }: Pick<Config, "BCRYPT_COST">): string | undefined {
  if (BCRYPT_COST >= BCRYPT_COST_MIN) return undefined;
  return `BCRYPT_COST: must be at least ${BCRYPT_COST_MIN} in production`;
}

/**
 * It is the issuer of tokens and the origin of addresses in answers; without it, the `Host` header of a
 * request decides.
 */
function publicUrlFault(url: string | undefined): string | undefined {
  if (url === undefined) return "PUBLIC_URL: must be set in production";
  const { protocol, hostname, pathname, search, hash, username } = new URL(url);
  const isLocal = hostname === "localhost" || hostname === "127.0.0.1" || hostname === "[::1]";
  if (protocol !== "https:" && !(protocol === "http:" && isLocal)) {
    return "PUBLIC_URL: must be an https URL in production";
  }
  // A proxy may serve it below a path, which it takes off.
  const isPlain = /^(\/[\w.~-]+)*\/?$/.test(pathname) && search === "" && hash === "" && username === "";
  return isPlain
    ? undefined
    : "PUBLIC_URL: must be an address such as https://share.example.org or https://example.org/share";
}

/** OWASP's minimum. */
const BCRYPT_COST_MIN = 10;
