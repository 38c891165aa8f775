export { downloadAssetToFile } from "./download-to-file.ts";
export { openFile, type OpenFile } from "./open-file.ts";
