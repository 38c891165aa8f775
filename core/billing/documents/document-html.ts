import type { DocumentText, Fact, PartyText } from "./document-text.ts";

/** No script, no address of anything: the file is whole by itself, on a screen and on paper. */
const STYLE = `:root{color-scheme:light}
body{margin:2rem auto;max-width:52rem;padding:0 1rem;font:15px/1.45 system-ui,"Noto Sans",sans-serif;color:#1b1f24;background:#fff}
h1{font-size:1.6rem;margin:0 0 1rem}h2{font-size:1rem;margin:0 0 .25rem}
header,.parties{display:flex;flex-wrap:wrap;gap:1rem 3rem;margin-bottom:1.5rem}.parties>section{flex:1 1 16rem}
dl{display:grid;grid-template-columns:auto 1fr;gap:.15rem 1rem;margin:0}dt{color:#4a5058}dd{margin:0}
address{font-style:normal;white-space:pre-line}
table{border-collapse:collapse;width:100%;margin-bottom:1.5rem}caption{text-align:left;font-weight:600;padding-bottom:.4rem}
th,td{padding:.35rem .5rem;text-align:left;vertical-align:top;border-bottom:1px solid #c9ced4}thead th{border-bottom:2px solid #1b1f24}
.number{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}small{display:block;color:#4a5058}
.totals{width:auto;margin-left:auto}.totals tr:last-child>*{font-weight:700;border-bottom:2px solid #1b1f24}
footer{border-top:1px solid #c9ced4;padding-top:.75rem;overflow-wrap:anywhere}
@page{size:A4;margin:18mm}@media print{body{margin:0;max-width:none;padding:0;font-size:10pt}thead{display:table-header-group}tr{break-inside:avoid}}`;

/** A document as a page of its own. */
export function documentHtml(text: DocumentText): string {
  return `<!doctype html>
<html lang="${text.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escape(text.title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escape(text.title)}</h1>
<header>
<dl>
${text.head.map(definition).join("\n")}
</dl>
</header>
<div class="parties">
${[text.seller, text.buyer].map(party).join("\n")}
</div>
<table>
<caption>${escape(text.caption)}</caption>
<thead><tr>${text.columns.map(heading).join("")}</tr></thead>
<tbody>
${text.lines.map((line) => row(line)).join("\n")}
</tbody>
</table>
<table class="totals">
<tbody>
${text.totals.map(total).join("\n")}
</tbody>
</table>
<footer>
${text.remarks.map((remark) => `<p>${escape(remark)}</p>`).join("\n")}
</footer>
</main>
</body>
</html>
`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}

function definition([name, value]: Fact): string {
  return `<dt>${escape(name)}</dt><dd>${escape(value)}</dd>`;
}

function party({ heading, lines }: PartyText): string {
  return `<section><h2>${escape(heading)}</h2><address>${lines.map(escape).join("\n")}</address></section>`;
}

function heading(name: string, index: number): string {
  return `<th scope="col"${index === 0 ? "" : ' class="number"'}>${escape(name)}</th>`;
}

function row({ description, detail, ...cells }: DocumentText["lines"][number]): string {
  const small = detail === "" ? "" : `<small>${escape(detail)}</small>`;
  const numbers = [cells.quantity, cells.unitPrice, cells.tax, cells.amount];
  return `<tr><td>${escape(description)}${small}</td>${numbers
    .map((cell) => `<td class="number">${escape(cell)}</td>`)
    .join("")}</tr>`;
}

function total([name, value]: Fact): string {
  return `<tr><th scope="row">${escape(name)}</th><td class="number">${escape(value)}</td></tr>`;
}
