import { expect, test } from "vitest";
import { bucketFault, deliveryFolder, type DeliveryBucket } from "./delivery-bucket.ts";

const BUCKET: DeliveryBucket = {
  endpointUrl: null,
  region: "eu-central-1",
  bucket: "acme-finops",
  prefix: "geopera/maps",
  pathStyle: false,
  accessKeyId: "AKIAEXAMPLE",
};

test("a bucket of Amazon's, or of a server with a plain https address", () => {
  const endpoints = [null, "https://s3.example.org", "https://s3.example.org:9000/"];
  for (const endpointUrl of endpoints) {
    expect(bucketFault({ ...BUCKET, endpointUrl }, { allowsHttp: false })).toBeUndefined();
  }
  expect(bucketFault({ ...BUCKET, prefix: "" }, { allowsHttp: false })).toBeUndefined();
});

test.each([
  ["endpoint_url", { endpointUrl: "http://s3.example.org" }],
  ["endpoint_url", { endpointUrl: "https://user:secret@s3.example.org" }],
  ["endpoint_url", { endpointUrl: "https://s3.example.org/path" }],
  ["region", { region: "evil.example/" }],
  ["region", { region: "" }],
  ["bucket", { bucket: "evil.example/x" }],
  ["bucket", { bucket: "a..b" }],
  ["bucket", { bucket: "arn:aws:s3:::other" }],
  ["prefix", { prefix: "/a" }],
  ["prefix", { prefix: "a/../b" }],
  ["prefix", { prefix: "a//b" }],
  ["access_key_id", { accessKeyId: "a b" }],
])("a fault of %s is named", (field, change) => {
  expect(bucketFault({ ...BUCKET, ...change }, { allowsHttp: false })?.field).toBe(field);
});

test("a month has a folder of its own", () => {
  expect(deliveryFolder("focus", "2026-11-01")).toBe("focus/period=2026-11");
});
