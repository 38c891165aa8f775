import { escapeXml } from "../xml.ts";
import type { Legend } from "./legend.ts";

/** Classes in a picture; the last line says how many more there are. */
const ENTRIES_MAX = 40;

const WIDTH = 260;
const LINE = 22;
const TOP = 28;

/** A legend as SVG, 260 pixels wide and a thousand high at most. */
export function legendSvg(legend: Legend): string {
  const { lines, height } = bodyOf(legend);
  const title = legend.unit === null ? legend.title : `${legend.title} (${legend.unit})`;
  const total = TOP + height;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${total}" viewBox="0 0 ${WIDTH} ${total}" font-family="sans-serif" font-size="13">
<rect width="100%" height="100%" fill="#ffffff"/>
${text(10, 19, cut(title), 'font-weight="bold"')}
${lines.join("\n")}
</svg>
`;
}

function bodyOf(legend: Legend): { readonly lines: string[]; readonly height: number } {
  switch (legend.kind) {
    case "ramp":
      return rampOf(legend.stops);
    case "classes":
      return classesOf(legend.stops);
    case "rgb":
      return linesOf(
        legend.bands.map(
          ({ channel, name, low, high }) => `${channel}: ${name} (${nice(low)} to ${nice(high)})`,
        ),
      );
    case "none":
      return { lines: [], height: 8 };
  }
}

function rampOf(stops: Legend["stops"]): { lines: string[]; height: number } {
  const low = stops[0]?.value ?? 0;
  const high = stops.at(-1)?.value ?? 1;
  const range = high - low || 1;
  const gradient = stops.map(({ value, color }) => {
    const share = ((value - low) / range) * 100;
    return `<stop offset="${share.toFixed(2)}%" stop-color="${color.slice(0, 7)}" stop-opacity="${opacityOf(color)}"/>`;
  });
  return {
    lines: [
      `<defs><linearGradient id="ramp">${gradient.join("")}</linearGradient></defs>`,
      `<rect x="10" y="${TOP}" width="240" height="16" fill="url(#ramp)" stroke="#666666" stroke-width="0.5"/>`,
      text(10, TOP + 32, nice(low)),
      text(130, TOP + 32, nice((low + high) / 2), 'text-anchor="middle"'),
      text(250, TOP + 32, nice(high), 'text-anchor="end"'),
    ],
    height: 42,
  };
}

function classesOf(stops: Legend["stops"]): { lines: string[]; height: number } {
  const shown = stops.slice(0, ENTRIES_MAX);
  const lines = shown.flatMap(({ value, to, color, label: name }, index) => {
    const y = TOP + index * LINE;
    const label = name ?? (to === undefined ? nice(value) : `${nice(value)} to ${nice(to)}`);
    return [
      `<rect x="10" y="${y}" width="26" height="16" fill="${color.slice(0, 7)}" fill-opacity="${opacityOf(color)}" stroke="#666666" stroke-width="0.5"/>`,
      text(44, y + 13, cut(label)),
    ];
  });
  const more = stops.length - shown.length;
  if (more > 0) lines.push(text(10, TOP + shown.length * LINE + 13, `and ${more} more`));
  return { lines, height: (shown.length + (more > 0 ? 1 : 0)) * LINE + 6 };
}

function linesOf(labels: readonly string[]): { lines: string[]; height: number } {
  const lines = labels.map((label, index) => text(10, TOP + index * LINE + 13, cut(label)));
  return { lines, height: labels.length * LINE + 6 };
}

function text(x: number, y: number, content: string, attributes = ""): string {
  return `<text x="${x}" y="${y}" fill="#1a1a1a" ${attributes}>${escapeXml(content)}</text>`;
}

function opacityOf(color: string): string {
  return color.length === 9 ? (Number.parseInt(color.slice(7), 16) / 255).toFixed(3) : "1";
}

/** Four digits say enough beside a colour. */
function nice(value: number): string {
  return String(Number(value.toPrecision(4)));
}

function cut(label: string): string {
  return label.length > 38 ? `${label.slice(0, 37)}…` : label;
}
