import { fastify } from "fastify";
import { expect, test } from "vitest";
import { consoleSignIn, registerConsolePage } from "./console-page.ts";
import { uploadOrigins } from "./upload-origins.ts";

const store = { S3_ENDPOINT: undefined, S3_PUBLIC_ENDPOINT: undefined, S3_REGION: "eu-central-1" };

test.each([
  [{ OBJECT_STORE_URL: "file:///data" }, []],
  [
    { OBJECT_STORE_URL: "s3://maps" },
    ["https://s3.eu-central-1.amazonaws.com", "https://maps.s3.eu-central-1.amazonaws.com"],
  ],
  [
    {
      OBJECT_STORE_URL: "s3://maps",
      S3_ENDPOINT: "http://minio:9000",
      S3_PUBLIC_ENDPOINT: "https://files.example.org",
    },
    ["https://files.example.org", "https://maps.files.example.org"],
  ],
])("uploads under %j go to %j", (config, origins) => {
  expect(uploadOrigins({ ...store, ...config })).toEqual(origins);
});

test("the console may call its service and the store, and is shown in no frame", async () => {
  const app = fastify();
  registerConsolePage(app, { uploadOrigins: ["https://files.example.org"] });
  const { headers, statusCode } = await app.inject("/console/");
  expect(statusCode).toBe(200);
  const policy = String(headers["content-security-policy"]);
  expect(policy).toContain("connect-src 'self' data: blob: https://files.example.org");
  expect(policy).toContain("frame-ancestors 'none'");
  const { headers: moved } = await app.inject("/console");
  expect(moved["location"]).toBe("console/");
  await app.close();
});

test.each([
  [{ OIDC_ISSUER: undefined, OIDC_CLIENT_ID: "console" }, "password"],
  [{ OIDC_ISSUER: "https://login.example.org/realms/maps", OIDC_CLIENT_ID: undefined }, "key"],
  [
    { OIDC_ISSUER: "https://login.example.org/realms/maps", OIDC_CLIENT_ID: "console" },
    "issuer login.example.org",
  ],
])("with %j people sign in by %s", async (config, signIn) => {
  expect(consoleSignIn(config)).toBe(signIn);
  const app = fastify();
  registerConsolePage(app, { signIn: consoleSignIn(config) });
  expect((await app.inject("/console/")).body).toContain(`<meta name="sign-in" content="${signIn}" />`);
  await app.close();
});
