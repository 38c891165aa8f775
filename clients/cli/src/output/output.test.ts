import { describe, expect, test } from "vitest";
import { CliError } from "../cli-error.ts";
import { setUpTerminal } from "../terminal.fixture.ts";
import { writeAnswer, type AnswerOutput } from "./answer.ts";
import { hasColor } from "./color.ts";
import { outputPlan } from "./form.ts";
import { fieldsTable, rowsTable } from "./table.ts";

const LINKS = {
  links: [
    { id: "a1", target_type: "item", label: 'Harbour, "west"', views: 12, tags: { a: 1 }, ended_at: null },
    {
      id: "b2",
      target_type: "item",
      label: "Two\nlines",
      views: 3,
      tags: {},
      ended_at: "2026-11-29T10:20:30Z",
    },
  ],
  total: 7,
};

async function written(
  answer: unknown,
  output: Partial<AnswerOutput>,
  terminal = false,
): Promise<[string, string]> {
  const chunks = { stdout: "", stderr: "" };
  const { io } = setUpTerminal({ terminal: { stdout: terminal, stderr: terminal } });
  for (const name of ["stdout", "stderr"] as const) {
    io[name].write = ((chunk: Uint8Array | string, done?: () => void) => {
      chunks[name] += Buffer.from(chunk as Uint8Array).toString();
      done?.();
      return true;
    }) as typeof io.stdout.write;
  }
  await writeAnswer(io, answer, { form: "json", file: undefined, ...output });
  return [chunks.stdout, chunks.stderr];
}

describe("an answer", () => {
  test("is a table of what fits, its page counted on stderr", async () => {
    const [stdout, stderr] = await written(LINKS, { form: "table", rows: "links" }, true);
    expect(stdout).toBe(
      [
        "LABEL            ID  TARGET TYPE  VIEWS  ENDED AT",
        'Harbour, "west"  a1  item            12  -',
        "Two lines        b2  item             3  2026-11-29 10:20",
        "",
      ].join("\n"),
    );
    expect(stderr).toBe("2 of 7; --all shows all.\n");
    const rows = LINKS.links.map((link) => ({ ...link, views: 10 ** 6 }));
    expect(rowsTable(rows, { columns: 30, hasColor: false }).split("\n")[0]).toBe(
      "LABEL            ID    VIEWS",
    );
    expect(rowsTable([], { columns: 30, hasColor: false })).toBe("");
  });

  test("with one thing is its fields, one a line, and cannot move the cursor", () => {
    const text = fieldsTable(
      { id: "a", page_url: "https://x", ok: true, list: [1], odd: "\u001b[2J" },
      { columns: 80, hasColor: false },
    );
    expect(text).toBe("ID        a\nPAGE URL  https://x\nOK        yes\nLIST      [1]\nODD        [2J\n");
  });

  test("shows what is wrapped, and features as the items that they are", async () => {
    const [item] = await written({ item: { id: "a1", gsd: 2 } }, { form: "table" }, true);
    expect(item).toBe("ID   a1\nGSD  2\n");
    const properties = { title: "Harbour", datetime: "2026-05-01T10:00:00Z", "geopera:item_id": "a1" };
    const features = [{ type: "Feature", id: "stac", collection: "c", properties }];
    const [found] = await written({ features }, { form: "table", rows: "features" }, true);
    expect(found).toBe("NAME     ID  DATETIME          COLLECTION\nHarbour  a1  2026-05-01 10:00  c\n");
  });

  test.each([
    [{ form: "json" }, String.raw`"name": "\u001b[2J\u009b1m\u202egnp"`],
    [{ form: "csv" }, String.raw`\u001b[2J\u009b1m\u202egnp`],
    [{ form: "table" }, "NAME   [2J 1m gnp"],
    [{ form: "ndjson" }, String.raw`{"name":"\u001b[2J\u009b1m\u202egnp"}`],
    [{ form: "json", jq: ".name" }, String.raw`\u001b[2J\u009b1m\u202egnp`],
  ] as const)("steers no terminal, as %j", async (output, text) => {
    const answer = { name: "\u001b[2J\u009b1m\u202egnp" };
    expect((await written(answer, output, true))[0]).toContain(text);
    if (output.form === "csv") expect((await written(answer, output))[0]).toContain(answer.name);
  });

  test("is CSV, TSV or a line of JSON for each row", async () => {
    const [csv] = await written(LINKS, { form: "csv", rows: "links" });
    expect(csv).toBe(
      'id,target_type,label,views,tags,ended_at\na1,item,"Harbour, ""west""",12,"{""a"":1}",\nb2,item,"Two\nlines",3,{},2026-11-29T10:20:30Z\n',
    );
    const [tsv] = await written(LINKS, { form: "tsv", rows: "links" });
    expect(tsv.split("\n")[2]).toBe("b2\titem\tTwo\\nlines\t3\t{}\t2026-11-29T10:20:30Z");
    const [ndjson] = await written(LINKS, { form: "ndjson", rows: "links" });
    expect(
      ndjson
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as unknown),
    ).toEqual(LINKS.links);
    expect((await written({ id: "a" }, { form: "csv" }))[0]).toBe("id\na\n");
  });

  test("is what a jq program makes of it, texts without quotes", async () => {
    expect(await written(LINKS, { jq: ".links[] | select(.views > 5) | .id" })).toEqual(["a1\n", ""]);
    expect(await written(LINKS, { jq: "[.links[].views]|add" })).toEqual(["15\n", ""]);
    for (const wrong of [".[", ".links | .a", ".links[] | foo(1)"]) {
      await expect(written(LINKS, { jq: wrong })).rejects.toThrow(CliError);
    }
  });
});

test("-o is a form, or a file whose ending says the form", () => {
  const plan = (output: string | undefined, stdout: boolean) => {
    const { form, file } = outputPlan({ terminal: { stdin: false, stdout, stderr: false } }, output);
    return [form, file];
  };
  expect(plan(undefined, true)).toEqual(["table", undefined]);
  expect(plan(undefined, false)).toEqual(["json", undefined]);
  expect(plan("tsv", true)).toEqual(["tsv", undefined]);
  expect(plan("-", true)).toEqual(["json", "-"]);
  expect(plan("links.CSV", false)).toEqual(["csv", "links.CSV"]);
  expect(plan("links.json", true)).toEqual(["json", "links.json"]);
});

test("colour is for terminals that have it, unless the environment says otherwise", () => {
  expect(hasColor({}, true)).toBe(true);
  expect(hasColor({}, false)).toBe(false);
  expect(hasColor({ NO_COLOR: "1" }, true)).toBe(false);
  expect(hasColor({ NO_COLOR: "" }, true)).toBe(true);
  expect(hasColor({ TERM: "dumb" }, true)).toBe(false);
  expect(hasColor({ FORCE_COLOR: "1", TERM: "dumb" }, false)).toBe(true);
  expect(hasColor({ FORCE_COLOR: "0" }, true)).toBe(false);
});
