import type { JobContext } from "../../queue/consume-jobs.ts";
import { RasterRefused } from "./errors.ts";

/** The store, not the file, is at fault: the same request may succeed a moment later. */
export class StoreFault extends Error {
  override readonly name = "StoreFault";

  constructor(cause: unknown) {
    super("The store of rasters does not answer right now; try again.", { cause });
  }
}

/** What is known of the store that a file was read from. */
export interface ReadFrom {
  /** Over a network, a read may fail although the file is whole. */
  readonly isRemote: boolean;
  /** Whether the store reads well now. */
  readonly readsWell: () => Promise<boolean>;
}

/**
 * The failure of reading a file, as it is to be reported. What GDAL could not read from a store over a
 * network is the file's fault only when a second try fails as well while the store reads well.
 */
export async function blamed(
  error: unknown,
  { isLastAttempt }: Pick<JobContext, "isLastAttempt">,
  { isRemote, readsWell }: ReadFrom,
): Promise<unknown> {
  if (!(error instanceof RasterRefused) || error.code !== "unreadable" || !isRemote) return error;
  return isLastAttempt && (await readsWell()) ? error : new StoreFault(error);
}
