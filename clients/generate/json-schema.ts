/**
 * The part of JSON Schema (2020-12) that the OpenAPI document uses to describe shapes; keywords that only
 * bound values are not read.
 */
export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly Literal[];
  readonly const?: Literal;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly description?: string;
  readonly default?: unknown;
  readonly format?: string;
  readonly examples?: readonly unknown[];
}

/** A value that a schema names outright. */
export type Literal = string | number | boolean | null;
