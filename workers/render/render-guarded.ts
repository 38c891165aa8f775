import type { BrokenFiles } from "../../queue/tiles/broken-files.ts";
import type { JobContext } from "../../queue/consume-jobs.ts";
import type {
  BlockRequest,
  RenderEngine,
  RenderedTile,
  RenderLayer,
  RunOptions,
} from "./engine/render-engine.ts";
import {
  faultOf,
  RasterRefused,
  refuseBroken,
  refuseSlow,
  RenderDeferred,
  RenderProcessCrashed,
  RenderTimeout,
} from "./errors.ts";
import { isFilesFault } from "./refusal-of.ts";
import { blamed, type ReadFrom } from "./store-fault.ts";

interface Parts {
  readonly engine: Pick<RenderEngine, "renderBlock">;
  readonly broken: Pick<BrokenFiles, "remember" | "rememberSlow" | "strike">;
  /** Whether the store answers in time now. */
  readonly storeAnswers: () => Promise<boolean>;
  readonly readFrom: ReadFrom;
}

/** `owner`: the organization whose files they are, whether or not the render takes its turn. */
type Try = Pick<JobContext, "attempt" | "isLastAttempt"> &
  Pick<RunOptions, "organization" | "isStruck" | "onTimes"> & { readonly owner: string };

/**
 * Renders a block; the second attempt has a process to itself. When that process dies as well, the file is
 * remembered as broken and refused. The files of a mosaic are then tried one by one, to find the one at
 * fault. Files whose render takes too long are remembered for this zoom: at once when the process was
 * calculating, the second time when it waited although the store answers. Each of these is a strike for the
 * organization.
 */
export async function renderGuarded(
  { engine, broken, storeAnswers, readFrom }: Parts,
  request: BlockRequest,
  { attempt, isLastAttempt, owner, organization, isStruck = false, onTimes }: Try,
): Promise<RenderedTile[]> {
  const options = {
    alone: attempt > 1,
    isStruck,
    ...(organization === undefined ? {} : { organization }),
    ...(onTimes === undefined ? {} : { onTimes }),
  };
  const strike = async () => {
    if (organization !== undefined) await broken.strike(organization);
  };
  try {
    return await engine.renderBlock(request, options);
  } catch (error) {
    if (
      error instanceof RenderTimeout &&
      (isFilesFault(error) || (isLastAttempt && (await storeAnswers())))
    ) {
      const assetIds = request.layers.map(({ source }) => source.assetId);
      await Promise.all([broken.rememberSlow(owner, assetIds, request.z), strike()]);
      throw refuseSlow(error);
    }
    if (error instanceof RasterRefused) throw await blamed(error, { isLastAttempt }, readFrom);
    if (error instanceof RenderDeferred && error.isStrike) await strike();
    if (!(error instanceof RenderProcessCrashed && isLastAttempt)) throw error;
    const guilty = await findGuilty(engine, request);
    if (guilty === undefined) throw error;
    await Promise.all([broken.remember(owner, guilty.source.assetId, faultOf(error)), strike()]);
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
