import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as keda from "@kubernetes-models/keda/keda.sh/v1alpha1";
import { StatefulSet } from "kubernetes-models/apps/v1/StatefulSet";
import { Deployment } from "kubernetes-models/apps/v1/Deployment";
import { HorizontalPodAutoscaler } from "kubernetes-models/autoscaling/v2/HorizontalPodAutoscaler";
import { Job } from "kubernetes-models/batch/v1/Job";
import { Ingress } from "kubernetes-models/networking.k8s.io/v1/Ingress";
import { NetworkPolicy } from "kubernetes-models/networking.k8s.io/v1/NetworkPolicy";
import { PodDisruptionBudget } from "kubernetes-models/policy/v1/PodDisruptionBudget";
import { ConfigMap } from "kubernetes-models/v1/ConfigMap";
import { Service } from "kubernetes-models/v1/Service";
import { parse, parseAllDocuments } from "yaml";
import { describe, expect, test } from "vitest";
import { SETTINGS } from "../../infra/config.ts";
import { packageRoot } from "../../infra/package-root.ts";
import { POOLS } from "../../workers/pools.ts";
import { EXAMPLES, originOf, renderedFile } from "../chart/main.ts";

interface Container {
  readonly name: string;
  readonly command?: readonly string[];
  readonly env: readonly { readonly name: string; readonly valueFrom?: { readonly secretKeyRef?: object } }[];
  readonly securityContext: object;
  readonly resources: { readonly limits: { readonly memory: string } };
}

interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly data?: Readonly<Record<string, string>>;
  readonly spec: {
    readonly template?: {
      readonly spec: { readonly containers: readonly Container[]; readonly securityContext: object };
    };
  };
}

/** The schemas of objects; that of the Prometheus operator is not at hand. */
const SCHEMAS: Readonly<Record<string, (new (data: never) => { validate(): void }) | undefined>> = {
  StatefulSet,
  Deployment,
  HorizontalPodAutoscaler,
  Job,
  Ingress,
  NetworkPolicy,
  PodDisruptionBudget,
  ConfigMap,
  Service,
  ScaledObject: keda.ScaledObject,
  TriggerAuthentication: keda.TriggerAuthentication,
  PodMonitor: undefined,
};

const manifestsOf = (example: string) =>
  parseAllDocuments(readFileSync(renderedFile(example), "utf8"))
    .map((each) => each.toJS() as Manifest | null)
    .filter((each) => each !== null);

const programs = (manifests: readonly Manifest[]) =>
  manifests.flatMap(({ spec }) => (spec?.template === undefined ? [] : [spec.template.spec]));

const secretsOf = ({ env }: Container) =>
  env.filter(({ valueFrom }) => valueFrom?.secretKeyRef !== undefined).map(({ name }) => name);

describe.each(EXAMPLES)("the manifests of %s", (example) => {
  const manifests = manifestsOf(example);

  test("were made of this chart", () => {
    expect(readFileSync(renderedFile(example), "utf8").split("\n", 1)[0]).toBe(originOf(example).trim());
  });

  test("are what their schemas say", () => {
    for (const manifest of manifests) {
      const { kind, metadata } = manifest;
      expect(Object.keys(SCHEMAS), `${kind} ${metadata.name}`).toContain(kind);
      const Schema = SCHEMAS[kind];
      if (Schema !== undefined) {
        expect(() => new Schema(manifest as never).validate(), `${kind} ${metadata.name}`).not.toThrow();
      }
    }
  });

  test("run every program without rights, with a bound of memory", () => {
    const pods = programs(manifests);
    expect(pods).toHaveLength(Object.keys(POOLS).length + 2);
    for (const { containers, securityContext } of pods) {
      expect(securityContext).toMatchObject({
        runAsNonRoot: true,
        seccompProfile: { type: "RuntimeDefault" },
      });
      for (const { securityContext: own, resources } of containers) {
        expect(own).toEqual({
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ["ALL"] },
        });
        expect(resources.limits.memory).toMatch(/^\d+[MG]i$/);
      }
    }
  });

  test("have a deployment for every pool", () => {
    const pools = manifests.filter(({ kind }) => kind === "Deployment").map(({ metadata }) => metadata.name);
    expect(pools.toSorted()).toEqual(
      Object.keys(POOLS)
        .map((pool) => `geopera-${pool}`)
        .toSorted(),
    );
  });

  test("give each program the secrets that it needs, as docker-compose.yml does", () => {
    const { services } = parse(readFileSync(join(packageRoot, "docker-compose.yml"), "utf8"), {
      merge: true,
    }) as { services: Record<string, { environment: Record<string, string> }> };
    const secrets = [
      "DATABASE_OWNER_URL",
      "GRANT_SECRET",
      "IDENTITY_SECRET",
      "OPERATOR_KEY",
      "DELIVERY_SECRET",
      "DATABASE_URL",
      "REDIS_URL",
    ];
    for (const { containers } of programs(manifests)) {
      const [container] = containers;
      const { name } = container!;
      const { environment } = services[name] ?? services[`worker-${name}`]!;
      const wanted = secrets.filter((secret) => secret in environment);
      expect(
        secretsOf(container!)
          .filter((secret) => secrets.includes(secret))
          .toSorted(),
        name,
      ).toEqual(wanted.toSorted());
    }
  });

  test("set only settings that exist", () => {
    const known = new Set([...SETTINGS, "AWS_ACCESS_KEY_ID", "NODE_EXTRA_CA_CERTS"]);
    const maps = manifests.flatMap(({ kind, data = {} }) => (kind === "ConfigMap" ? Object.keys(data) : []));
    const own = programs(manifests).flatMap(({ containers }) =>
      containers.flatMap(({ env }) => env.map(({ name }) => name)),
    );
    expect([...maps, ...own].filter((name) => !known.has(name))).toEqual([]);
  });
});
