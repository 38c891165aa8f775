import type postgres from "postgres";
import type { Predicate, SearchColumn, SearchValue } from "../../core/search/predicate.ts";
import { columnKind } from "../../core/search/predicate.ts";
import { boxOf, type SearchBox, type SearchShape } from "../../core/search/search-shapes.ts";
import type { TimeInterval } from "../../core/search/time-interval.ts";
import type { Queryable } from "../database/database.ts";

/** A part of a statement. */
export type Fragment = postgres.PendingQuery<postgres.Row[]>;

/** The time by which items are sorted; migration 0129 has indexes of it. */
export const ITEM_TIME =
  "coalesce(items.datetime, items.start_datetime, items.end_datetime, items.created_at)";

/** SQL of the fields that are columns. */
export const COLUMNS = {
  id: "items.stac_id",
  collection: "items.collection_id::text",
  type: "items.type",
  title: "items.name",
  name: "items.name",
  description: "items.description",
  datetime: ITEM_TIME,
  start_datetime: "items.start_datetime",
  end_datetime: "items.end_datetime",
  created: "items.created_at",
  updated: "items.updated_at",
  gsd: "items.gsd",
  "eo:cloud_cover": "items.cloud_cover",
  cloud_cover: "items.cloud_cover",
} as const satisfies Record<SearchColumn, string>;

/** Conditions that all hold. */
export function allOf(database: Queryable, conditions: readonly Fragment[]): Fragment {
  return conditions.reduce((all, each) => database`${all} and ${each}`, database`true`);
}

function anyOf(database: Queryable, conditions: readonly Fragment[]): Fragment {
  const any = conditions.reduce((all, each) => database`${all} or ${each}`, database`false`);
  return database`(${any})`;
}

/** Longitudes are the same 360 degrees further: an item may lie there, and so may what is searched. */
const TURNS = [0, 360, -360] as const;

/**
 * Whether an item's extent touches a box. `indexed` says whether an index may find it: where most items
 * match, reading them in their order is faster.
 */
export function touchesBox(database: Queryable, box: SearchBox, indexed = true): Fragment {
  const [west, south, east, north] = box;
  const extent = indexed
    ? database`item_extent(items.bbox)`
    : database`(item_extent(items.bbox) + point(0, 0))`;
  const boxes = TURNS.map(
    (turn) =>
      database`${extent} && box(point(${west + turn}::float8, ${south}::float8), point(${east + turn}::float8, ${north}::float8))`,
  );
  return database`(items.bbox is not null and ${anyOf(database, boxes)})`;
}

/** Whether an item's extent touches one of the shapes. */
export function touchesShapes(database: Queryable, shapes: readonly SearchShape[], indexed = true): Fragment {
  return anyOf(
    database,
    shapes.map((shape) => {
      const exact = TURNS.map((turn) => {
        const text = `(${shape.ring.map(([x, y]) => `(${x + turn},${y})`).join(",")})`;
        return database`polygon(item_extent(items.bbox)) && ${text}::polygon`;
      });
      return database`(${touchesBox(database, boxOf(shape), indexed)} and ${anyOf(database, exact)})`;
    }),
  );
}

/** Whether an item's time and an interval have a moment in common. */
export function happensDuring(database: Queryable, { from, to }: TimeInterval, indexed = true): Fragment {
  const interval = database`tstzrange(${from}::timestamptz, ${to}::timestamptz, '[]')`;
  const period = database`item_period(items.datetime, items.start_datetime, items.end_datetime, items.created_at)`;
  return indexed
    ? database`${period} && ${interval}`
    : database`(${period} * ${interval}) <> 'empty'::tstzrange`;
}

/** A predicate as a condition. A field without a value fulfils nothing but `null`, and its negations. */
export function conditionOf(database: Queryable, predicate: Predicate): Fragment {
  switch (predicate.kind) {
    case "and": {
      const all = allOf(
        database,
        predicate.of.map((each) => conditionOf(database, each)),
      );
      return database`(${all})`;
    }
    case "or":
      return anyOf(
        database,
        predicate.of.map((each) => conditionOf(database, each)),
      );
    case "not":
      return database`(${conditionOf(database, predicate.of)}) is not true`;
    case "null":
      return columnKind(predicate.field) === undefined
        ? database`coalesce(items.properties -> ${predicate.field}::text, 'null') = 'null'`
        : database`${column(database, predicate.field)} is null`;
    case "like":
      return database`coalesce(${textOf(database, predicate.field)} like ${predicate.pattern}, false)`;
    case "in":
      return anyOf(
        database,
        predicate.values.map((value) => comparison(database, predicate.field, "eq", value)),
      );
    case "compare":
      return comparison(database, predicate.field, predicate.comparison, predicate.value);
    case "touches":
      return touchesShapes(database, predicate.shapes);
    case "during":
      return happensDuring(database, predicate.interval);
  }
}

const OPERATORS = { eq: "=", neq: "<>", lt: "<", lte: "<=", gt: ">", gte: ">=" } as const;

function comparison(
  database: Queryable,
  field: string,
  name: keyof typeof OPERATORS,
  value: SearchValue,
): Fragment {
  const operator = database.unsafe(OPERATORS[name]);
  switch (columnKind(field)) {
    case "time":
      return database`coalesce(${column(database, field)} ${operator} ${value as string}::timestamptz, false)`;
    case "number":
      return database`coalesce(${column(database, field)} ${operator} ${value as number}::float8, false)`;
    case "text":
      return database`coalesce(${column(database, field)} ${operator} ${value as string}::text, false)`;
    case undefined:
      return ofProperty(database, field, name, value);
  }
}

/** Equality is found by an index of all properties. */
function ofProperty(
  database: Queryable,
  field: string,
  name: keyof typeof OPERATORS,
  value: SearchValue,
): Fragment {
  const same = database`items.properties @> ${database.json({ [field]: value })}`;
  if (name === "eq") return same;
  if (name === "neq") return database`(items.properties ? ${field}::text and not ${same})`;
  const operator = database.unsafe(OPERATORS[name]);
  return typeof value === "number"
    ? database`coalesce(case jsonb_typeof(items.properties -> ${field}::text)
        when 'number' then (items.properties ->> ${field}::text)::numeric end ${operator} ${value}::numeric, false)`
    : database`coalesce(${textOf(database, field)} ${operator} ${String(value)}::text, false)`;
}

function textOf(database: Queryable, field: string): Fragment {
  return columnKind(field) === undefined
    ? database`case jsonb_typeof(items.properties -> ${field}::text)
        when 'string' then items.properties ->> ${field}::text end`
    : column(database, field);
}

function column(database: Queryable, field: string): Fragment {
  return database.unsafe(COLUMNS[field as SearchColumn]) as unknown as Fragment;
}
