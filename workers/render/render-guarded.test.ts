import { expect, test } from "vitest";
import type { BlockRequest } from "./engine/render-engine.ts";
import { RasterRefused, RenderProcessCrashed } from "./errors.ts";
import { renderGuarded } from "./render-guarded.ts";
import { rendition } from "../../core/tiles/tile-spec.ts";

/** A block of some files, by their asset ids. */
function blockOf(...assetIds: string[]): BlockRequest {
  const layers = assetIds.map((assetId) => ({ source: { assetId, version: "1", location: assetId } }));
  return { layers, z: 0, tiles: [{ x: 0, y: 0 }], rendition: rendition({ format: "png" }) } as never;
}

/** An engine whose process dies with certain files, and a record of its runs. */
function engineThatEndsWith(fatal: readonly string[]) {
  const seen = { remembered: [] as string[], shared: 0 };
  return {
    seen,
    engine: {
      renderBlock: ({ layers }: BlockRequest, options?: { alone?: boolean }) => {
        if (options?.alone !== true) seen.shared += 1;
        const ends = layers.some(({ source }) => fatal.includes(source.assetId));
        return ends ? Promise.reject(new RenderProcessCrashed("ended")) : Promise.resolve([]);
      },
    },
    broken: { remember: (id: string) => Promise.resolve(void seen.remembered.push(id)) },
  };
}

const first = { attempt: 1, isLastAttempt: false };
const last = { attempt: 2, isLastAttempt: true };

test("the first crash is thrown on and remembers nothing: it may have been a neighbour's", async () => {
  const parts = engineThatEndsWith(["a"]);
  await expect(renderGuarded(parts, blockOf("a"), first)).rejects.toBeInstanceOf(RenderProcessCrashed);
  expect(parts.seen).toEqual({ remembered: [], shared: 1 });
});

test("the second crash, alone in its process, refuses the file and remembers it", async () => {
  const parts = engineThatEndsWith(["a"]);
  await expect(renderGuarded(parts, blockOf("a"), last)).rejects.toBeInstanceOf(RasterRefused);
  expect(parts.seen).toEqual({ remembered: ["a"], shared: 0 });
});

test("of a mosaic only the file that ends processes is remembered", async () => {
  const parts = engineThatEndsWith(["b"]);
  await expect(renderGuarded(parts, blockOf("a", "b", "c"), last)).rejects.toBeInstanceOf(RasterRefused);
  expect(parts.seen.remembered).toEqual(["b"]);
});
