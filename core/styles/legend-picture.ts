import { escapeXml } from "../xml.ts";
import type { Legend } from "./legend.ts";
import { BOX_HEIGHT, layOutLegend, type LegendShape } from "./legend-shapes.ts";

/** A legend as SVG. */
export function legendSvg(legend: Legend): string {
  const { width, height, shapes } = layOutLegend(legend);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="13">
<rect width="100%" height="100%" fill="#ffffff"/>
${shapes.map(elementOf).join("\n")}
</svg>
`;
}

function elementOf(shape: LegendShape): string {
  switch (shape.kind) {
    case "text": {
      const anchor = shape.anchor === "start" ? "" : ` text-anchor="${shape.anchor}"`;
      const weight = shape.isBold ? ' font-weight="bold"' : "";
      return `<text x="${shape.x}" y="${shape.y}" fill="#1a1a1a"${anchor}${weight}>${escapeXml(shape.content)}</text>`;
    }
    case "box":
      return `${rectOf(shape)} fill="${shape.color.slice(0, 7)}" fill-opacity="${opacityOf(shape.color)}" ${OUTLINE}/>`;
    case "ramp": {
      const stops = shape.stops.map(
        ({ at, color }) =>
          `<stop offset="${(at * 100).toFixed(2)}%" stop-color="${color.slice(0, 7)}" stop-opacity="${opacityOf(color)}"/>`,
      );
      return `<defs><linearGradient id="ramp">${stops.join("")}</linearGradient></defs>
${rectOf(shape)} fill="url(#ramp)" ${OUTLINE}/>`;
    }
  }
}

const OUTLINE = 'stroke="#666666" stroke-width="0.5"';

function rectOf({ x, y, width }: Exclude<LegendShape, { kind: "text" }>): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${BOX_HEIGHT}"`;
}

function opacityOf(color: string): string {
  return color.length === 9 ? (Number.parseInt(color.slice(7), 16) / 255).toFixed(3) : "1";
}
