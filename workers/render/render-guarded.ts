import type { BrokenFiles } from "../../queue/tiles/broken-files.ts";
import type { JobContext } from "../../queue/consume-jobs.ts";
import type { BlockRequest, RenderEngine, RenderedTile, RenderLayer } from "./engine/render-engine.ts";
import { refuseBroken, RenderProcessCrashed } from "./errors.ts";

interface Parts {
  readonly engine: Pick<RenderEngine, "renderBlock">;
  readonly broken: Pick<BrokenFiles, "remember">;
}

type Try = Pick<JobContext, "attempt" | "isLastAttempt">;

/**
 * Renders a block; the second attempt has a process to itself. When that process dies as well, the file is
 * remembered as broken and refused. The files of a mosaic are then tried one by one, to find the one at
 * fault.
 */
export async function renderGuarded(
  { engine, broken }: Parts,
  request: BlockRequest,
  attempt: Try,
): Promise<RenderedTile[]> {
  try {
    return await engine.renderBlock(request, { alone: attempt.attempt > 1 });
  } catch (error) {
    if (!(error instanceof RenderProcessCrashed && attempt.isLastAttempt)) throw error;
    const guilty = await findGuilty(engine, request);
    if (guilty === undefined) throw error;
    await broken.remember(guilty.source.assetId);
    throw refuseBroken(error);
  }
}

async function findGuilty(engine: Parts["engine"], request: BlockRequest): Promise<RenderLayer | undefined> {
  const [only, ...others] = request.layers;
  if (others.length === 0) return only;
  for (const layer of request.layers) {
    const crashed = await engine.renderBlock({ ...request, layers: [layer] }, { alone: true }).then(
      () => false,
      (error: unknown) => error instanceof RenderProcessCrashed,
    );
    if (crashed) return layer;
  }
  return undefined;
}
