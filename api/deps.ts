import type { Clock } from "../core/clock.ts";
import type { Config } from "../infra/config.ts";
import type { Logger } from "../infra/logger.ts";
import type { JobProducer } from "../queue/job-producer.ts";
import type { LoadReader } from "../queue/load.ts";
import type { ObjectStore } from "../storage/object-store/object-store.ts";
import type { Database } from "../storage/database/database.ts";
import type { SessionDirectory } from "../identity/session-directory.ts";
import type { ExternalIssuer } from "../identity/external-issuer.ts";
import type { SessionTokens } from "../identity/session-tokens.ts";
import type { SigningKeys } from "../identity/signing-keys.ts";
import type { ApiKeyDirectory } from "../identity/api-key-directory.ts";
import type { AttemptThrottle } from "../identity/attempt-throttle.ts";
import type { PasswordHasher } from "../identity/password-hasher.ts";
import type { SecurityLog } from "../identity/security-log.ts";
import type { RefusalPace } from "../identity/refusal-pace.ts";
import type { DocumentPrinter } from "./billing/document-printer.ts";
import type { RateLimiter } from "./operations/rate-limiter.ts";
import type { LimitDirectory } from "./organizations/limit-directory.ts";
import type { Amounts } from "./organizations/amounts.ts";
import type { AttemptNotices } from "./events/attempt-notices.ts";
import type { LinkDirectory } from "./links/link-directory.ts";
import type { LinkClients } from "./links/link-clients.ts";
import type { LinkMeter } from "./links/link-meter.ts";
import type { LinkOpener } from "./links/link-opener.ts";
import type { TileServer } from "./tiles/tile-server.ts";
import type { UsageRecorder } from "./usage/usage-recorder.ts";
import type { FollowParts } from "./http/follow-requests.ts";
import type { WarmRunner } from "./warm-ups/warm-runner.ts";

/** Everything an operation may ask for; each names what it needs with `Pick`. */
export interface Deps {
  readonly config: Config;
  readonly logger: Logger;
  readonly clock: Clock;
  readonly database: Database;
  readonly objectStore: ObjectStore;
  readonly jobs: JobProducer;
  /** Producers of renders, one for each partition; the first is `jobs`. */
  readonly renderJobs: readonly JobProducer[];
  readonly load: LoadReader;
  readonly apiKeys: ApiKeyDirectory;
  readonly signingKeys: SigningKeys;
  readonly sessions: SessionDirectory;
  readonly sessionTokens: SessionTokens;
  /** Signs people in instead of passwords kept here, where one is set. */
  readonly externalIssuer: ExternalIssuer | undefined;
  readonly throttle: AttemptThrottle;
  readonly pace: RefusalPace;
  readonly securityLog: SecurityLog;
  readonly rateLimiter: RateLimiter;
  readonly limits: LimitDirectory;
  readonly amounts: Amounts;
  readonly passwords: PasswordHasher;
  readonly links: LinkDirectory;
  readonly meter: LinkMeter;
  readonly linkClients: LinkClients;
  readonly opener: LinkOpener;
  readonly tiles: TileServer;
  readonly attempts: AttemptNotices;
  readonly usage: UsageRecorder;
  readonly documents: DocumentPrinter;
  readonly warmUps: WarmRunner;
  readonly following: FollowParts;
}
