import type { Clock } from "../core/clock.ts";
import type { Config } from "../infra/config.ts";
import { newId } from "../infra/new-id.ts";
import { listenFault } from "../infra/listen-fault.ts";
import { Journal } from "../infra/journal.ts";
import type { Lifecycle } from "../infra/lifecycle.ts";
import type { Logger } from "../infra/logger.ts";
import type { Metrics } from "../infra/metrics.ts";
import {
  isReadyWithin,
  onServerChange,
  openPatientConnection,
  openRequestConnection,
} from "../queue/connection.ts";
import { Claims } from "../queue/claims.ts";
import { Explanations } from "../queue/explanations.ts";
import { openExporter } from "../infra/trails/open-exporter.ts";
import { PublishedStyles } from "../queue/tiles/published-styles.ts";
import { nameWithAddress } from "../queue/tiles/direct-address.ts";
import { DirectListener } from "../queue/tiles/direct-listener.ts";
import { Handover, type Message } from "../queue/tiles/handover.ts";
import { JobProducer } from "../queue/job-producer.ts";
import { LoadReader } from "../queue/load.ts";
import { announceProcess, ownProcess } from "../queue/processes.ts";
import { partitionPrefixes, recordPartitions } from "../queue/partitions.ts";
import { inRotation, UsageStream } from "../queue/usage-stream.ts";
import { RedisStoredNames } from "../queue/tiles/stored-names.ts";
import { RenderRequests } from "../queue/tiles/render-requests.ts";
import { Tallies } from "../queue/tallies.ts";
import { SharedRates } from "../queue/shared-rates.ts";
import { WindowCounters } from "../queue/window-counters.ts";
import { AttemptNotices } from "./events/attempt-notices.ts";
import { listenForChanges } from "../storage/database/change-notices.ts";
import { observeStore } from "../infra/metrics.ts";
import { openObjectStore } from "../storage/object-store/open-object-store.ts";
import { openDatabase, requestLimits } from "../storage/database/database.ts";
import { openTileStore } from "../storage/tiles/open-tile-store.ts";
import { GuardedObjects, logsStore } from "../storage/tiles/tile-store.ts";
import type { Deps } from "./deps.ts";
import { removeExpiredIdentity } from "../identity/remove-expired-identity.ts";
import { ExternalIssuer } from "../identity/external-issuer.ts";
import { SessionDirectory } from "../identity/session-directory.ts";
import { SessionTokens } from "../identity/session-tokens.ts";
import { SigningKeys } from "../identity/signing-keys.ts";
import { ApiKeyDirectory } from "../identity/api-key-directory.ts";
import { SecurityLog } from "../identity/security-log.ts";
import { AttemptThrottle } from "../identity/attempt-throttle.ts";
import { PasswordHasher } from "../identity/password-hasher.ts";
import { RefusalPace } from "../identity/refusal-pace.ts";
import { DocumentPrinter } from "./billing/document-printer.ts";
import { RateLimiter } from "./operations/rate-limiter.ts";
import { Amounts } from "./organizations/amounts.ts";
import { LimitDirectory } from "./organizations/limit-directory.ts";
import { LinkDirectory } from "./links/link-directory.ts";
import { LinkClients } from "./links/link-clients.ts";
import { LinkTariffs } from "./links/link-tariffs.ts";
import { LinkMeter } from "./links/link-meter.ts";
import { LinkOpener } from "./links/link-opener.ts";
import { RefusedOpenings } from "./links/refused-openings.ts";
import { MosaicPreparer } from "./tiles/mosaic-preparer.ts";
import { TileCache } from "./tiles/tile-cache.ts";
import { TileServer } from "./tiles/tile-server.ts";
import { UsageRecorder } from "./usage/usage-recorder.ts";
import { WarmRunner } from "./warm-ups/warm-runner.ts";

/** A journal that would grow beyond this says no, and tiles are not served rather than given away. */
const JOURNAL_BYTES_MAX = 1024 * 1024 * 1024;

/** Redis answered a moment ago; if it does not now, the API starts all the same. */
const REDIS_READY_MS = 5_000;

/** Opens everything that operations need; the lifecycle closes it in reverse order. */
export async function assembleApi(
  config: Config,
  logger: Logger,
  lifecycle: Lifecycle,
  metrics: Metrics,
  clock: Clock = Date.now,
): Promise<Deps> {
  const database = openDatabase(config.DATABASE_URL, config.DATABASE_POOL_SIZE, requestLimits(config));
  metrics.watchDatabase("api", () => database.figures());
  lifecycle.onClose("database", () => database.end({ timeout: 5 }));
  const objectStore = await openObjectStore(config, observeStore(metrics));
  lifecycle.onClose("object store", () => objectStore.close());
  const requests = openRequestConnection(config, logger);
  lifecycle.onClose("redis", () => requests.disconnect());
  // It refuses what comes before: who is served first must not meet that.
  await isReadyWithin(REDIS_READY_MS, requests);
  const subscription = openPatientConnection(config, logger);
  lifecycle.onClose("redis subscription", () => subscription.disconnect());

  const jobs = new JobProducer(requests, config.REDIS_PREFIX);
  const load = new LoadReader(requests, config.REDIS_PREFIX);
  lifecycle.onClose("load of queues", () => load.close());
  const self = { ...ownProcess("api", {}), pieceSeconds: {} };
  const announcement = announceProcess(requests, config.REDIS_PREFIX, () => self, logger);
  lifecycle.onClose("list of processes", () => announcement.close());
  const prefixes = partitionPrefixes(config.REDIS_PREFIX, config.REDIS_PARTITIONS);
  await recordPartitions(subscription, config.REDIS_PREFIX, config.REDIS_PARTITIONS);
  const routes = prefixes.map((prefix, index) => ({
    producer: index === 0 ? jobs : new JobProducer(requests, prefix),
    styles: new PublishedStyles(requests, prefix),
    handover: new Handover(requests, prefix),
  }));
  const renders: RenderRequests = RenderRequests.start({
    routes,
    subscription,
    logger,
    ...(await takeTilesDirectly(config, lifecycle, (message) => renders.receive(message))),
  });
  lifecycle.onClose("render requests", () => renders.close());

  const journal = new Journal(config.JOURNAL_DIR, { bytesMax: JOURNAL_BYTES_MAX });
  metrics.watchJournal(() => journal.oldestAtMs());
  const usage = new UsageRecorder(
    inRotation(prefixes.map((prefix) => new UsageStream(requests, prefix))),
    journal,
    logger,
    metrics,
  );
  lifecycle.onClose("usage recorder", () => usage.close());
  onServerChange(requests, () => void usage.resendRecent());

  const securityLog = new SecurityLog(database, clock, logger);
  lifecycle.onClose("security log", () => securityLog.close());
  const counters = new WindowCounters(requests, config.REDIS_PREFIX, clock);
  const rates = new SharedRates(requests, config.REDIS_PREFIX, clock, logger);
  lifecycle.onClose("rates", () => rates.close());
  const passwords = new PasswordHasher(config);
  metrics.watchPasswords(() => passwords.waiting);
  lifecycle.onClose("password threads", () => passwords.close());
  const apiKeys = new ApiKeyDirectory(database, clock, logger);
  lifecycle.onClose("API keys", () => apiKeys.close());
  const limits = new LimitDirectory(database, config);
  const links = new LinkDirectory(database, clock);
  const throttle = new AttemptThrottle(new Tallies(requests, config.REDIS_PREFIX), counters);
  const pace = new RefusalPace(config);
  const signingKeys = await SigningKeys.open(database, clock, config, logger);
  lifecycle.onClose("signing keys", () => signingKeys.close());
  const expiry = removeExpiredIdentity(database, clock, logger);
  lifecycle.onClose("expiry of tokens", () => expiry.close());
  const sessions = new SessionDirectory(database, clock, config.SESSION_DAYS_MAX * 86_400_000);
  const externalIssuer =
    config.OIDC_ISSUER === undefined
      ? undefined
      : new ExternalIssuer(config.OIDC_ISSUER, config, database, clock);
  const sessionTokens = new SessionTokens(signingKeys, sessions, externalIssuer, clock);
  const meter = new LinkMeter(database, links, new LinkTariffs(database, clock));
  const linkClients = new LinkClients(database, clock, logger);
  lifecycle.onClose("clients of links", () => linkClients.close());
  const refusals = new RefusedOpenings(database, logger);
  lifecycle.onClose("refused openings", () => refusals.close());
  const opener = new LinkOpener({ links, passwords, throttle, pace, meter, refusals });
  const storedNames = new RedisStoredNames(requests, prefixes);
  lifecycle.onClose("names of stored tiles", () => storedNames.close());
  const tileObjects = new GuardedObjects(objectStore, logsStore(logger));
  const tileCache = new TileCache(
    openTileStore(config, tileObjects, storedNames),
    config.TILE_MEMORY_BYTES,
    logger,
  );
  const tiles = new TileServer(tileCache, renders, tileLimits(config, limits), metrics);
  const claims = new Claims(requests, config.REDIS_PREFIX);
  const mosaics = new MosaicPreparer({ database, claims, tiles, logger });
  lifecycle.onClose("mosaic preparer", () => mosaics.close());
  const warmUps = new WarmRunner({ database, links, clock, tiles, metrics, logger });
  lifecycle.onClose("warm-ups", () => warmUps.close());
  const following = {
    config,
    explanations: new Explanations(requests, config.REDIS_PREFIX),
    exporter: await openExporter(config, "api", { logger, lifecycle }),
  };
  const documents = new DocumentPrinter();
  lifecycle.onClose("document printer", () => documents.close());
  const attempts = new AttemptNotices();
  const changes = await listenForChanges(
    database,
    (kind, id) => {
      switch (kind) {
        case "api_key":
          apiKeys.forgetAll();
          sessions.forgetAll();
          break;
        case "session":
          sessions.forgetAll();
          break;
        case "collection":
          mosaics.onChange(id);
          links.onChange(kind, id);
          break;
        case "share_link":
        case "item":
          links.onChange(kind, id);
          break;
        case "organization_limits":
          limits.forget(id);
          break;
        case "attempt":
          attempts.announce(id);
          break;
        default:
          kind satisfies never;
      }
    },
    () => {
      apiKeys.forgetAll();
      sessions.forgetAll();
      links.forgetAll();
      limits.forgetAll();
      attempts.announceAll();
    },
  );
  lifecycle.onClose("change subscription", () => changes.close());
  links.relyOn(changes);

  return {
    config,
    logger,
    clock,
    database,
    objectStore,
    jobs,
    renderJobs: routes.map(({ producer }) => producer),
    load,
    apiKeys,
    signingKeys,
    sessions,
    sessionTokens,
    externalIssuer,
    throttle,
    pace,
    securityLog,
    rateLimiter: new RateLimiter(counters, rates, limits),
    limits,
    amounts: new Amounts(database, limits, clock),
    passwords,
    links,
    meter,
    linkClients,
    opener,
    tiles,
    documents,
    attempts,
    usage,
    warmUps,
    following,
  };
}

/** Listens for tiles of workers, and names this process by where it does. */
async function takeTilesDirectly(
  { TILE_DELIVERY_HOST: host, TILE_DELIVERY_PORT: port }: Config,
  lifecycle: Lifecycle,
  onMessage: (message: Message) => void,
): Promise<{ processName?: string }> {
  if (host === "off") return {};
  const listener = await DirectListener.listen({ host, port }, onMessage).catch((error: unknown) => {
    throw listenFault("TILE_DELIVERY_PORT", { host, port }, error);
  });
  lifecycle.onClose("tiles of workers", () => listener.close());
  return { processName: nameWithAddress(newId(), listener.address) };
}

function tileLimits(config: Config, limits: LimitDirectory) {
  return {
    blockSpan: config.RENDER_BLOCK_SPAN,
    deadlineMs: config.RENDER_DEADLINE_MS,
    waitingMax: config.RENDER_WAITING_MAX,
    waitingPerOrganizationMax: (organizationId: string) => limits.of(organizationId).waiting_renders,
  };
}
