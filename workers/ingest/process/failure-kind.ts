/** What GDAL says when the store, the network or the disk is at fault rather than the file. */
const SURROUNDINGS =
  /HTTP|curl|timed? ?out|connection|resolve host|No space left|ENOSPC|Input\/output error|Too many open files|AWS|SlowDown/i;

/** Whether a conversion failed because of its file, which another try cannot mend, or of its surroundings. */
export function failureKind(message: string): "file" | "surroundings" {
  return SURROUNDINGS.test(message) ? "surroundings" : "file";
}
