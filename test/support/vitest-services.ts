import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { packageRoot } from "../../infra/package-root.ts";
import { startLocalServicesAside } from "../../local/services/start-local-services.ts";

declare module "vitest" {
  export interface ProvidedContext {
    databaseUrl: string;
    redisUrl: string;
  }
}

/**
 * Starts PostgreSQL and Redis once for all test files; each file makes its own database and key prefix in
 * them.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const services = await startLocalServicesAside({ directory: join(packageRoot, ".geopera", "test") });
  project.provide("databaseUrl", services.databaseUrl);
  project.provide("redisUrl", services.redisUrl);
  return () => services.stop();
}
