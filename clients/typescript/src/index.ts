export type { BinaryAnswer } from "./binary-answer.ts";
export { GeoperaClient } from "./client.ts";
export type { ClientSettings, TokenSource } from "./client-settings.ts";
export { OPERATIONS, type OperationId, type OperationTypes } from "./generated/operations.ts";
export type * from "./generated/schemas.ts";
export { GeoperaError, type InputFault } from "./geopera-error.ts";
export type { CallOptions, Invoke } from "./invoke.ts";
export { uploadFile, type UploadOptions, type UploadSource } from "./uploads/upload-file.ts";
