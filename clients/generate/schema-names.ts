import type { JsonSchema } from "./json-schema.ts";

const REFERENCE = "#/components/schemas/";

/**
 * Names of types: by reference, and by structure, so that an object written out in place is the type it
 * equals.
 */
export class SchemaNames {
  readonly #byReference = new Map<string, string>();
  readonly #byStructure = new Map<string, string>();
  readonly #schemas = new Map<string, JsonSchema>();

  /** The components of a document, under names that are fit to be read. */
  constructor(components: Readonly<Record<string, JsonSchema>>) {
    for (const [component, schema] of Object.entries(components)) {
      const short = typeName(component.slice(component.lastIndexOf("__") + 1));
      const name = this.#schemas.has(short) ? typeName(component) : short;
      this.#byReference.set(REFERENCE + component, name);
      this.#keep(name, schema);
    }
  }

  /** Every named schema, in the document's order. */
  all(): IterableIterator<[name: string, schema: JsonSchema]> {
    return this.#schemas.entries();
  }

  /** Names a schema that the document leaves nameless, unless it equals one that has a name. */
  add(name: string, schema: JsonSchema): void {
    if (this.of(schema) !== undefined) return;
    if (this.#schemas.has(name)) throw new Error(`two different schemas would be called ${name}`);
    this.#keep(name, schema);
  }

  /** The name of a schema, or undefined when it has none. */
  of(schema: JsonSchema): string | undefined {
    if (schema.$ref === undefined) return this.#byStructure.get(structureOf(schema));
    const name = this.#byReference.get(schema.$ref);
    if (name === undefined) throw new Error(`nothing lies at ${schema.$ref}`);
    return name;
  }

  #keep(name: string, schema: JsonSchema): void {
    this.#schemas.set(name, schema);
    const hasFields = Object.keys(schema.properties ?? {}).length > 0;
    if (hasFields && !this.#byStructure.has(structureOf(schema))) {
      this.#byStructure.set(structureOf(schema), name);
    }
  }
}

/** `share.tilejson` and `api_keys` as `ShareTilejson` and `ApiKeys`; names that are in this form stay. */
export function typeName(words: string): string {
  return words
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
}

function structureOf(schema: JsonSchema): string {
  return JSON.stringify(schema);
}
