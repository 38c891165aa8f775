export type { BinaryAnswer, StreamedAnswer } from "./binary-answer.ts";
export { GeoperaClient } from "./client.ts";
export type { ClientSettings, TokenSource } from "./client-settings.ts";
export { downloadAsset, type DownloadOptions, type DownloadSink } from "./downloads/download-asset.ts";
export type { EachRow, ListId } from "./each-row.ts";
export * from "./generated/errors.ts";
export {
  OPERATIONS,
  type ListedRows,
  type OperationId,
  type OperationTypes,
} from "./generated/operations.ts";
export type * from "./generated/schemas.ts";
export { GeoperaError, NoAnswerError, type InputFault } from "./geopera-error.ts";
export type { CallOptions, Invoke, InvokeUnknown, Stream } from "./invoke.ts";
export { uploadFile, type UploadOptions, type UploadSource } from "./uploads/upload-file.ts";
export { uploadRaster, type RasterTarget } from "./uploads/upload-raster.ts";
export { VERSION } from "./version.ts";
