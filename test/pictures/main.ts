/** `npm run pictures -- end`: draws the pictures that are part of the product or of its documents. */
import { drawEndPictures } from "./end-pictures.ts";
import { takeScreenshots } from "./screenshots.ts";

const PICTURES: Readonly<Record<string, () => Promise<void>>> = {
  end: drawEndPictures,
  pages: takeScreenshots,
};

const [name = ""] = process.argv.slice(2);
const draw = PICTURES[name];
if (draw === undefined) {
  console.error(`Name what to draw: npm run pictures -- ${Object.keys(PICTURES).join("|")}`);
  process.exitCode = 1;
} else await draw();
