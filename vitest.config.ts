import { defineConfig } from "vitest/config";

/** Unit tests lie beside their files and need no service; integration and end-to-end tests get real PostgreSQL and Redis. */
export default defineConfig({
  // The command line imports the TypeScript client by its package name; tests run both from their sources.
  ssr: { resolve: { conditions: ["geopera-source", "node", "development|production"] } },
  test: {
    // Two cores: more files at once only make each other slow.
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: [
            "{core,infra,storage,queue,identity,workers,api,web,programs,local,clients}/**/*.test.ts",
            "test/house/**/*.test.ts",
          ],
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["test/{integration,contract,golden,faults,clients}/**/*.test.ts"],
          globalSetup: ["test/support/vitest-services.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "e2e",
          include: ["test/e2e/**/*.test.ts"],
          globalSetup: ["test/support/vitest-services.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
