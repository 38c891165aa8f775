import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { packageRoot } from "../../infra/package-root.ts";

const folder = join(packageRoot, "storage", "migrations");

/** Those before were applied while everything stood still. */
const FIRST = 121;

const names = readdirSync(folder).filter((name) => Number(name.slice(0, 4)) >= FIRST);

/** What the version that still serves during an upgrade would stumble over. */
const CONTRACTING: readonly (readonly [what: string, statement: RegExp])[] = [
  ["drops a table", /\bdrop table\b/],
  ["drops a column", /\bdrop column\b/],
  ["renames", /\brename\b/],
  ["changes a type", /\balter column \S+ (?:set data )?type\b/],
  ["demands a value", /\bset not null\b/],
  [
    "adds a column that demands a value",
    /\badd column (?:if not exists )?\S+ [^,;]*\bnot null\b(?![^,;]*\bdefault\b)/,
  ],
  ["takes an argument or a result away", /\bdrop function\b/],
];

/** Statements, without comments and bodies of functions. */
function statementsOf(sql: string): string {
  return sql
    .replaceAll(/^\s*--.*$/gm, "")
    .replaceAll(/\$\$[\s\S]*?\$\$/g, "")
    .replaceAll(/\s+/g, " ")
    .toLowerCase();
}

function faultsOf(sql: string): string[] {
  // A version after the one that stopped using it may take it away, and says so.
  if (/^-- Contracts: \S/m.test(sql)) return [];
  const statements = statementsOf(sql);
  return CONTRACTING.filter(([, statement]) => statement.test(statements)).map(([what]) => what);
}

describe("migrations are safe while the version before serves", () => {
  test.each(names)("%s only expands, or says since when nothing uses what it takes away", (name) => {
    expect(faultsOf(readFileSync(join(folder, name), "utf8"))).toEqual([]);
  });

  test.each([
    ["drops a column", "alter table items drop column name;"],
    ["renames", "alter table items rename column a to b;"],
    ["changes a type", "alter table items alter column a type bigint;"],
    ["adds a column that demands a value", "alter table items add column a text not null;"],
    ["demands a value", "alter table items alter column a set not null;"],
  ])("the rule sees a migration that %s", (what, sql) => {
    expect(faultsOf(sql)).toEqual([what]);
    expect(faultsOf(`-- Contracts: unused since 0.2.\n${sql}`)).toEqual([]);
  });

  test("the rule lets a column with a default pass, and a function that replaces another", () => {
    expect(faultsOf("alter table items add column a text not null default '';")).toEqual([]);
    expect(faultsOf("create or replace function f() returns void as $$ drop table x $$;")).toEqual([]);
  });
});
