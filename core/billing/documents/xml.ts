/** An element: its name, its content, and its attributes. Absent content leaves the element out. */
export type XmlNode = readonly [
  name: string,
  content: string | readonly (XmlNode | undefined)[] | undefined,
  attributes?: Readonly<Record<string, string>>,
];

/** An XML document, two spaces a level. Elements without content are left out: UBL has no empty ones. */
export function renderXml(root: XmlNode): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${renderNode(root, "")}`;
}

function renderNode([name, content, attributes = {}]: XmlNode, indent: string): string {
  if (content === undefined || content.length === 0) return "";
  const marks = Object.entries(attributes).map(([key, value]) => ` ${key}="${escape(value)}"`);
  const open = `${indent}<${name}${marks.join("")}>`;
  if (typeof content === "string") return `${open}${escape(content)}</${name}>\n`;
  const inner = content.map((node) => (node === undefined ? "" : renderNode(node, `${indent}  `))).join("");
  return inner === "" ? "" : `${open}\n${inner}${indent}</${name}>\n`;
}

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** What XML 1.0 cannot hold is left out. */
// oxlint-disable-next-line no-control-regex -- these are the characters
const NOT_XML = /[\u{0}-\u{8}\u{b}\u{c}\u{e}-\u{1f}\u{fffe}\u{ffff}]/gu;

function escape(text: string): string {
  return text.replaceAll(NOT_XML, "").replaceAll(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
}
