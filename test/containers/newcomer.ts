import { tileAt } from "../../core/tiles/tile-grid.ts";
import { poll } from "./poll.ts";
import { request, type Answer } from "./browser.ts";
import type { Engine } from "./engine.ts";

type Json = Readonly<Record<string, unknown>>;

const PASSWORD = "correct horse battery";

/** Draws a raster of 1,024 x 1,024 pixels around Vienna, in the image itself, and prints it. */
const DRAW = `
  const gdal = require("gdal-async"), size = 1024;
  const raster = gdal.open("/tmp/scene.tif", "w", "GTiff", size, size, 3, gdal.GDT_Byte, ["TILED=YES", "COMPRESS=DEFLATE"]);
  raster.srs = gdal.SpatialReference.fromEPSG(3857);
  raster.geoTransform = [1800000, 20, 0, 6150000, 0, -20];
  for (let band = 1; band <= 3; band++) {
    const pixels = Uint8Array.from({ length: size * size }, (_, at) => ((at % size) * band + (at / size) * (4 - band)) / 8);
    raster.bands.get(band).pixels.write(0, 0, size, size, pixels);
  }
  raster.close();
  process.stdout.write(require("node:fs").readFileSync("/tmp/scene.tif").toString("base64"));`;

/** Somewhere in that raster, in degrees. */
const MIDDLE = { longitude: 16.26, latitude: 48.2 };

/** A newcomer outside the network, who has the addresses of the deployment and nothing else. */
export class Newcomer {
  readonly #engine: Engine;
  readonly #publicUrl: string;
  readonly #certificate: string;
  #key = "";
  #organization = "";
  #item = "";
  #token = "";
  #template = "";
  #fetched = 0;

  constructor(engine: Engine, publicUrl: string, certificate: string) {
    this.#engine = engine;
    this.#publicUrl = publicUrl;
    this.#certificate = certificate;
  }

  get token(): string {
    return this.#token;
  }

  async makeOrganization(): Promise<string> {
    const made = await this.#inApi(
      "node",
      "dist/programs/admin.js",
      "create-organization",
      "--name",
      "Newcomer",
      "--email",
      "ada@example.org",
    );
    const { api_key: key, organization_id: organization } = JSON.parse(made) as Record<string, string>;
    this.#key = key ?? "";
    this.#organization = organization ?? "";
    return `organization ${this.#organization}`;
  }

  /** By an address that a browser on a page of another origin may use. */
  async upload(): Promise<string> {
    const scene = Buffer.from(await this.#inApi("node", "-e", DRAW), "base64");
    const { id: project } = await this.#operation("projects.create", { name: "Newcomer" });
    const { id: upload } = await this.#operation("uploads.initiate", { project_id: project });
    const signed = await this.#operation("uploads.signed_url", { upload_id: upload, file_name: "scene.tif" });
    const url = String(signed["upload_url"]);
    const origin = "https://console.example.org";
    const asked = {
      origin,
      "access-control-request-method": "PUT",
      "access-control-request-headers": "content-type",
    };
    const allowed = await this.#request(url, { method: "OPTIONS", headers: asked });
    requireStatus(allowed, 200, 204);
    const openTo = String(allowed.headers["access-control-allow-origin"]);
    if (openTo !== "*" && openTo !== origin) throw new Error(`browsers may not upload: ${openTo}`);
    const put = await this.#request(url, {
      method: "PUT",
      headers: { origin, "content-type": "image/tiff" },
      body: scene,
    });
    requireStatus(put, 200);
    const { item_id: item } = await this.#operation("uploads.complete", { upload_id: upload });
    this.#item = String(item);
    return `${scene.length} bytes to ${new URL(url).origin}, as item ${this.#item}`;
  }

  /** The ingest worker has read the file to its end. */
  async ingest(): Promise<string> {
    const state = await poll("the file to be prepared", async () => {
      const { item } = await this.#operation("items.get", { item_id: this.#item });
      const { state: reached, checked } = (item as { ingest: { state: string; checked: boolean | null } })
        .ingest;
      return checked === null ? undefined : `${reached}, checked: ${checked}`;
    });
    return state;
  }

  async share(): Promise<string> {
    const expires = new Date(Date.now() + 86_400_000).toISOString();
    const link = await this.#operation("share.link.create", {
      target_type: "item",
      target_id: this.#item,
      password: PASSWORD,
      permission: "download",
      expires_at: expires,
    });
    this.#token = String(link["token"]);
    return await this.open();
  }

  /** Opens the link as its holder, and fetches the file by the address that it gives. */
  async open(): Promise<string> {
    const credentials = { token: this.#token, password: PASSWORD };
    const opened = await this.#operation("share.link.validate", credentials);
    const [asset] = (opened["assets"] ?? []) as readonly Json[];
    const href = String(asset?.["href"] ?? asset?.["url"]);
    const file = await this.#request(href);
    requireStatus(file, 200);
    const tilejson = await this.#operation("share.tilejson", credentials);
    this.#template = String((tilejson["tiles"] as readonly string[])[0]);
    if (!this.#template.startsWith(this.#publicUrl)) throw new Error(`tiles lie at ${this.#template}`);
    const page = await this.#request(`${this.#publicUrl}/s/${this.#token}`);
    requireStatus(page, 200);
    return `page, TileJSON, and ${file.bytes.length} bytes from ${new URL(href).origin}`;
  }

  /** Fetches cold tiles of a zoom, side by side; each must be a picture. */
  async tiles(zoom: number, span: number): Promise<string> {
    const middle = tileAt(MIDDLE.longitude, MIDDLE.latitude, zoom);
    const began = performance.now();
    const places = Array.from({ length: span * span }, (_, at) => ({
      x: middle.x + (at % span) - Math.floor(span / 2),
      y: middle.y + Math.floor(at / span) - Math.floor(span / 2),
    }));
    const answers = await Promise.all(
      places.map(({ x, y }) => {
        const url = this.#template
          .replace("{z}", String(zoom))
          .replace("{x}", String(x))
          .replace("{y}", String(y));
        return this.#request(url);
      }),
    );
    for (const answer of answers) requireStatus(answer, 200);
    this.#fetched += answers.length;
    return `${answers.length} tiles in ${Math.round(performance.now() - began)} ms over HTTP/2`;
  }

  /** Every tile with data is counted, and none twice. */
  async usage(): Promise<string> {
    const counted = await poll(`${this.#fetched} tiles to be counted`, async () => {
      const { tile_requests: count } = await this.#operation("usage.current", {
        organization_id: this.#organization,
      });
      if (Number(count) > this.#fetched)
        throw new Error(`${String(count)} tiles counted, ${this.#fetched} fetched`);
      return count === this.#fetched ? count : undefined;
    });
    return `${counted} fetched, ${counted} counted`;
  }

  /** A new system has no closed month yet: the export of the running one is refused with the reason. */
  async export(): Promise<string> {
    const month = new Date().toISOString().slice(0, 7);
    const input = { organization_id: this.#organization, period: month, layout: "usage" };
    const answer = await this.#send("billing.exports.create", input);
    requireStatus(answer, 409);
    const { detail } = JSON.parse(answer.bytes.toString()) as Json;
    return String(detail);
  }

  async #inApi(...command: readonly string[]): Promise<string> {
    const [id = ""] = (await this.#engine.compose("ps", "--quiet", "api")).trim().split("\n");
    return await this.#engine.run("exec", id, ...command);
  }

  #request(url: string, wanted: Parameters<typeof request>[2] = {}): Promise<Answer> {
    return request(url, this.#certificate, wanted);
  }

  async #operation(name: string, input: Json): Promise<Json> {
    return JSON.parse((await this.#call(name, input)).bytes.toString()) as Json;
  }

  async #call(name: string, input: Json): Promise<Answer> {
    const answer = await this.#send(name, input);
    requireStatus(answer, 200, 201, 202);
    return answer;
  }

  #send(name: string, input: Json): Promise<Answer> {
    const headers = { authorization: `Bearer ${this.#key}`, "content-type": "application/json" };
    const body = JSON.stringify(input);
    return this.#request(`${this.#publicUrl}/v1/op/${name}`, { method: "POST", headers, body });
  }
}

function requireStatus({ status, bytes }: Answer, ...wanted: readonly number[]): void {
  if (!wanted.includes(status)) throw new Error(`answered ${status}: ${bytes.toString().slice(0, 300)}`);
}
