import { expect, test } from "vitest";
import type { BlockRequest } from "./engine/render-engine.ts";
import {
  RasterRefused,
  RenderDeferred,
  RenderMemoryExceeded,
  RenderProcessCrashed,
  RenderTimeout,
} from "./errors.ts";
import { renderGuarded } from "./render-guarded.ts";
import { rendition } from "../../core/tiles/tile-spec.ts";

/** A block of some files, by their asset ids. */
function blockOf(...assetIds: string[]): BlockRequest {
  const layers = assetIds.map((assetId) => ({ source: { assetId, version: "1", location: assetId } }));
  return { layers, z: 0, tiles: [{ x: 0, y: 0 }], rendition: rendition({ format: "png" }) } as never;
}

/** An engine that fails with certain files, and a record of its runs and of what is remembered. */
function engineThatEndsWith(fatal: readonly string[], failure: Error = new RenderProcessCrashed("ended")) {
  const seen = { remembered: [] as string[], shared: 0 };
  return {
    seen,
    engine: {
      renderBlock: ({ layers }: BlockRequest, options?: { alone?: boolean }) => {
        if (options?.alone !== true) seen.shared += 1;
        const ends = layers.some(({ source }) => fatal.includes(source.assetId));
        return ends ? Promise.reject(failure) : Promise.resolve([]);
      },
    },
    broken: {
      remember: (owner: string, id: string, fault: string) =>
        Promise.resolve(void seen.remembered.push(`${owner}'s ${id} ${fault}`)),
      rememberSlow: (owner: string, ids: readonly string[], zoom: number) =>
        Promise.resolve(void seen.remembered.push(`${owner}'s ${ids.join("+")} slow at ${zoom}`)),
      strike: (organization: string) => Promise.resolve(void seen.remembered.push(`${organization} struck`)),
    },
    storeAnswers: () => Promise.resolve(true),
    readFrom: { isRemote: false, readsWell: () => Promise.resolve(true) },
  };
}

const first = { owner: "o", attempt: 1, isLastAttempt: false };
const last = { owner: "o", attempt: 2, isLastAttempt: true };

test("the first crash is thrown on and remembers nothing: it may have been a neighbour's", async () => {
  const parts = engineThatEndsWith(["a"]);
  await expect(renderGuarded(parts, blockOf("a"), first)).rejects.toBeInstanceOf(RenderProcessCrashed);
  expect(parts.seen).toEqual({ remembered: [], shared: 1 });
});

test("the second crash, alone in its process, refuses the file and remembers it", async () => {
  const parts = engineThatEndsWith(["a"]);
  await expect(renderGuarded(parts, blockOf("a"), last)).rejects.toBeInstanceOf(RasterRefused);
  expect(parts.seen).toEqual({ remembered: ["o's a crash"], shared: 0 });
});

test("of a mosaic only the file that ends processes is remembered", async () => {
  const parts = engineThatEndsWith(["b"]);
  await expect(renderGuarded(parts, blockOf("a", "b", "c"), last)).rejects.toBeInstanceOf(RasterRefused);
  expect(parts.seen.remembered).toEqual(["o's b crash"]);
});

test("a file that needs too much memory is refused for that", async () => {
  const parts = engineThatEndsWith(["a"], new RenderMemoryExceeded("too large"));
  await expect(renderGuarded(parts, blockOf("a"), { ...last, organization: "o" })).rejects.toThrow(
    "takes more memory",
  );
  expect(parts.seen.remembered).toEqual(["o's a memory", "o struck"]);
});

test("files whose render keeps a process busy for too long are remembered for their zoom at once", async () => {
  const parts = engineThatEndsWith(["b"], new RenderTimeout("too long", 0.9));
  await expect(renderGuarded(parts, blockOf("a", "b"), { ...first, organization: "o" })).rejects.toThrow(
    "build overviews (gdaladdo",
  );
  expect(parts.seen.remembered).toEqual(["o's a+b slow at 0", "o struck"]);
});

test("a process that waited is no fault of the file the first time, nor while the store does not answer", async () => {
  const parts = engineThatEndsWith(["a"], new RenderTimeout("too long", 0.01));
  await expect(renderGuarded(parts, blockOf("a"), first)).rejects.toBeInstanceOf(RenderTimeout);
  const unavailable = { ...parts, storeAnswers: () => Promise.resolve(false) };
  await expect(renderGuarded(unavailable, blockOf("a"), last)).rejects.toBeInstanceOf(RenderTimeout);
  expect(parts.seen.remembered).toEqual([]);
  await expect(renderGuarded(parts, blockOf("a"), last)).rejects.toBeInstanceOf(RasterRefused);
});

test("a render that gave way because its organization held every process is a strike", async () => {
  const parts = engineThatEndsWith(["a"], new RenderDeferred("held all", { isStrike: true }));
  const attempt = { ...first, organization: "o" };
  await expect(renderGuarded(parts, blockOf("a"), attempt)).rejects.toBeInstanceOf(RenderDeferred);
  expect(parts.seen.remembered).toEqual(["o struck"]);
});
