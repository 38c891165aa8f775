import { defineConfig } from "vitest/config";

/**
 * Beside their files, but slower than the rules: these start processes and threads, draw with GDAL, or wait
 * for a disk.
 */
const PARTS = [
  "{local,storage}/**/*.test.ts",
  "workers/{ingest,render}/**/*.test.ts",
  "identity/password-threads.test.ts",
  "infra/journal.test.ts",
];

/** What tests start as processes is compiled once. */
const COMPILED = "test/support/vitest-compiled.ts";

/**
 * Tests beside their files need no service; integration and end-to-end tests get real PostgreSQL and Redis.
 */
export default defineConfig({
  // The command line imports the TypeScript client by its package name; tests run both from their sources.
  ssr: { resolve: { conditions: ["geopera-source", "node", "development|production"] } },
  test: {
    // Two cores: more files at once only make each other slow.
    maxWorkers: 2,
    // No module keeps state: without a process for each file, rules cost less than half, systems two thirds.
    isolate: false,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: [
            "{core,infra,queue,identity,workers,api,web,programs,clients}/**/*.test.ts",
            "test/house/**/*.test.ts",
            "test/chaos/**/*.test.ts",
          ],
          exclude: ["**/node_modules/**", ...PARTS],
        },
      },
      { extends: true, test: { name: "parts", include: PARTS, globalSetup: [COMPILED] } },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["test/{integration,contract,golden,faults,clients}/**/*.test.ts"],
          globalSetup: [COMPILED, "test/support/vitest-services.ts"],
          // Some start systems and workers from their sources: half of this beside another file on two cores.
          testTimeout: 45_000,
        },
      },
      {
        extends: true,
        test: {
          name: "e2e",
          include: ["test/e2e/**/*.test.ts"],
          globalSetup: [COMPILED, "test/support/vitest-services.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
