import { createRequire } from "node:module";
import { setImmediate } from "node:timers/promises";
import PdfDocument from "pdfkit";
import type { DocumentText, Fact, PartyText, TextLine } from "../../core/billing/documents/document-text.ts";
import { DOCUMENT_WORDS, fill } from "../../core/billing/documents/document-words.ts";

const MARGIN = 50;
const WIDTH = 495;
const BOTTOM = 780;
const INK = "#1b1f24";
const GREY = "#4a5058";
const RULE = "#c9ced4";

/** Latin, Greek and Cyrillic, with figures of one width. */
const FONTS = { normal: "400Regular/NotoSans_400Regular", bold: "700Bold/NotoSans_700Bold" } as const;

/** Where the columns of the table of lines begin, and how wide they are: description first. */
const COLUMNS = [
  [0, 195],
  [200, 60],
  [265, 65],
  [335, 70],
  [410, 85],
] as const;

type Pdf = InstanceType<typeof PdfDocument>;

/** Lines that are drawn before others get the processor again. */
const LINES_AT_ONCE = 25;

/**
 * A document as PDF/UA: tagged, so that readers speak it in order, with its own fonts. The same text always
 * is the same bytes: nothing is compressed, because later versions of zlib do so otherwise, and no clock is
 * read.
 */
export async function documentPdf(text: DocumentText, issued: string): Promise<Buffer> {
  const pdf = new PdfDocument({
    size: "A4",
    margin: MARGIN,
    bufferPages: true,
    compress: false,
    pdfVersion: "1.7",
    // The types know PDF/A alone.
    subset: "PDF/UA" as "PDF/A-1",
    tagged: true,
    lang: text.language,
    displayTitle: true,
    info: {
      Title: text.title,
      Author: text.seller.lines[0] ?? "",
      Creator: "Geopera Share",
      Producer: "pdfkit",
      CreationDate: new Date(issued),
    },
  });
  const pieces: Buffer[] = [];
  const ended = new Promise<void>((resolve, reject) => {
    pdf.on("data", (piece: Buffer) => pieces.push(piece));
    pdf.on("end", resolve);
    pdf.on("error", reject);
  });
  for (const [name, file] of Object.entries(FONTS)) pdf.registerFont(name, fontPath(file));
  const root = pdf.struct("Document");
  pdf.addStructure(root);
  drawTitle(pdf, root, text);
  drawParties(pdf, root, text);
  await drawLines(pdf, root, text);
  drawTotals(pdf, root, text.totals);
  drawRemarks(pdf, root, text.remarks);
  root.end();
  drawPageNumbers(pdf, text);
  pdf.end();
  await ended;
  return Buffer.concat(pieces);
}

const require = createRequire(import.meta.url);

function fontPath(file: string): string {
  return require.resolve(`@expo-google-fonts/noto-sans/${file}.ttf`);
}

type Structure = ReturnType<Pdf["struct"]>;

/** Adds what is drawn to the structure. */
function tag(pdf: Pdf, parent: Structure, type: string, draw: () => void): void {
  const element = pdf.struct(type, {}, draw);
  parent.add(element);
  element.end();
}

function write(
  pdf: Pdf,
  content: string,
  {
    x = 0,
    width = WIDTH,
    size = 9,
    font = "normal",
    color = INK,
    align = "left",
  }: {
    x?: number;
    width?: number;
    size?: number;
    font?: keyof typeof FONTS;
    color?: string;
    align?: "left" | "right";
  },
): void {
  pdf.font(font).fontSize(size).fillColor(color);
  pdf.text(content === "" ? " " : content, MARGIN + x, pdf.y, { width, align });
}

function drawTitle(pdf: Pdf, root: Structure, { title, head }: DocumentText): void {
  tag(pdf, root, "H1", () => write(pdf, title, { size: 16, font: "bold" }));
  pdf.moveDown(0.6);
  for (const [name, value] of head) {
    tag(pdf, root, "P", () => {
      const { y } = pdf;
      write(pdf, name, { width: 120, color: GREY });
      pdf.y = y;
      write(pdf, value, { x: 125, width: WIDTH - 125 });
    });
  }
  pdf.moveDown(1);
}

function drawParties(pdf: Pdf, root: Structure, { seller, buyer }: DocumentText): void {
  const { y } = pdf;
  let below = y;
  for (const [index, party] of [seller, buyer].entries()) {
    pdf.y = y;
    drawParty(pdf, root, party, index * 255);
    below = Math.max(below, pdf.y);
  }
  pdf.y = below;
  pdf.moveDown(1.5);
}

function drawParty(pdf: Pdf, root: Structure, { heading, lines }: PartyText, x: number): void {
  tag(pdf, root, "H2", () => write(pdf, heading, { x, width: 240, font: "bold" }));
  tag(pdf, root, "P", () => write(pdf, lines.join("\n"), { x, width: 240 }));
}

async function drawLines(pdf: Pdf, root: Structure, text: DocumentText): Promise<void> {
  const table = pdf.struct("Table");
  root.add(table);
  drawHead(pdf, table, text);
  for (const [index, line] of text.lines.entries()) {
    if (pdf.y + heightOf(pdf, line) > BOTTOM) {
      pdf.addPage();
      drawHead(pdf, table, text);
    }
    drawLine(pdf, table, line);
    if (index % LINES_AT_ONCE === LINES_AT_ONCE - 1) await setImmediate();
  }
  table.end();
  pdf.moveDown(1);
}

function drawHead(pdf: Pdf, table: Structure, { columns }: DocumentText): void {
  drawRow(pdf, table, "TH", columns, "bold");
  rule(pdf, INK);
}

function drawLine(pdf: Pdf, table: Structure, line: TextLine): void {
  const description = line.detail === "" ? line.description : `${line.description}\n${line.detail}`;
  drawRow(pdf, table, "TD", [description, line.quantity, line.unitPrice, line.tax, line.amount], "normal");
  rule(pdf, RULE);
}

function drawRow(
  pdf: Pdf,
  table: Structure,
  type: "TH" | "TD",
  cells: readonly string[],
  font: keyof typeof FONTS,
): void {
  const { y } = pdf;
  let below = y;
  const row = pdf.struct("TR");
  table.add(row);
  for (const [index, [x, width]] of COLUMNS.entries()) {
    tag(pdf, row, type, () => {
      pdf.y = y;
      write(pdf, cells[index] ?? "", { x, width, size: 8, font, align: index === 0 ? "left" : "right" });
      below = Math.max(below, pdf.y);
    });
  }
  row.end();
  pdf.y = below + 2;
}

function heightOf(pdf: Pdf, { description, detail }: TextLine): number {
  pdf.font("normal").fontSize(8);
  return pdf.heightOfString(`${description}\n${detail}`, { width: COLUMNS[0][1] }) + 8;
}

/** Lines that only divide are no content. */
function rule(pdf: Pdf, color: string): void {
  pdf.markContent("Artifact", { type: "Layout" });
  pdf
    .moveTo(MARGIN, pdf.y)
    .lineTo(MARGIN + WIDTH, pdf.y)
    .lineWidth(0.5)
    .strokeColor(color)
    .stroke();
  pdf.endMarkedContent();
  pdf.y += 3;
}

function drawTotals(pdf: Pdf, root: Structure, totals: readonly Fact[]): void {
  for (const [index, [name, value]] of totals.entries()) {
    if (pdf.y + 14 > BOTTOM) pdf.addPage();
    const font = index === totals.length - 1 ? "bold" : "normal";
    tag(pdf, root, "P", () => {
      const { y } = pdf;
      write(pdf, name, { x: 120, width: 255, font, align: "right" });
      const below = pdf.y;
      pdf.y = y;
      write(pdf, value, { x: 385, width: 110, font, align: "right" });
      pdf.y = Math.max(pdf.y, below);
    });
  }
  pdf.moveDown(1);
}

function drawRemarks(pdf: Pdf, root: Structure, remarks: readonly string[]): void {
  for (const remark of remarks) {
    if (pdf.y + pdf.heightOfString(remark, { width: WIDTH }) > BOTTOM) pdf.addPage();
    tag(pdf, root, "P", () => write(pdf, remark, { size: 8 }));
    pdf.moveDown(0.3);
  }
}

function drawPageNumbers(pdf: Pdf, { language, title }: DocumentText): void {
  const { count } = pdf.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    pdf.switchToPage(page);
    pdf.page.margins.bottom = 0;
    pdf.y = 805;
    pdf.markContent("Artifact", { type: "Pagination" });
    const number = fill(DOCUMENT_WORDS[language].page, String(page + 1), String(count));
    write(pdf, `${title}, ${number}`, { size: 7, color: GREY, align: "right" });
    pdf.endMarkedContent();
  }
}
