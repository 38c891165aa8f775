/** Fields of an update, each without the values that mean "not sent". */
type SentFields<Input, Field extends keyof Input, Nullable extends Field> = {
  [Name in Field as Name]?: Name extends Nullable
    ? Exclude<Input[Name], undefined>
    : NonNullable<Input[Name]>;
};

/**
 * The fields that the caller of an update sent. An absent field stays as it is, and so does a null where null
 * is no value.
 */
export function sentFields<Input extends object, Field extends keyof Input, Nullable extends Field>(
  input: Input,
  fields: readonly Field[],
  nullable: readonly Nullable[],
): SentFields<Input, Field, Nullable> {
  const sent = fields.filter((field) => {
    const value = input[field];
    return value !== undefined && (value !== null || (nullable as readonly Field[]).includes(field));
  });
  return Object.fromEntries(sent.map((field) => [field, input[field]])) as never;
}
