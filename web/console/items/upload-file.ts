/** How a file goes to an address; resolves to the status, or to 0 when it did not arrive. */
export async function putFile(
  address: string,
  file: File,
  onProgress: (sent: number) => void,
): Promise<number> {
  return await new Promise((resolve) => {
    // fetch tells nothing of how much of a body has been sent.
    const request = new XMLHttpRequest();
    request.open("PUT", address);
    request.setRequestHeader("content-type", contentTypeOf(file));
    request.upload.addEventListener("progress", ({ loaded }) => onProgress(loaded));
    request.addEventListener("loadend", () => resolve(request.status));
    request.send(file);
  });
}

/** The content type that an upload is announced and sent with. */
export function contentTypeOf({ name }: Pick<File, "name">): string {
  return /\.tiff?$/i.test(name) ? "image/tiff" : "application/octet-stream";
}

/**
 * Files of one raster: those whose names begin alike, as `scene.tif`, `scene.tfw` and `scene.tif.aux.xml` do.
 */
export function rastersOf<Named extends Pick<File, "name">>(files: readonly Named[]): Named[][] {
  const stems = files
    .filter(({ name }) => /\.tiff?$/i.test(name))
    .map((raster) => ({ raster, stem: raster.name.replace(/\.tiff?$/i, "").toLowerCase() }));
  const rasters = stems.map(({ raster, stem }) => [
    raster,
    ...files.filter((file) => file !== raster && belongsTo(file.name.toLowerCase(), stem)),
  ]);
  const taken = new Set(rasters.flat());
  // What belongs to no raster is sent by itself: the server says what is wrong with it.
  return [...rasters, ...files.filter((file) => !taken.has(file)).map((file) => [file])];
}

function belongsTo(name: string, stem: string): boolean {
  return name.startsWith(`${stem}.`) && !/^\.tiff?$/.test(name.slice(stem.length));
}
