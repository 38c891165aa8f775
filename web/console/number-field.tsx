import { TextField } from "./text-field.tsx";

interface NumberFieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
}

/** A field for a number; what is no number is refused by the service. */
export function NumberField(props: NumberFieldProps) {
  return <TextField {...props} inputMode="numeric" />;
}

/** What a {@link NumberField} holds; null when it is empty. */
export function numberIn(text: string): number | null {
  return text.trim() === "" ? null : Number(text);
}

/** A number as a {@link NumberField} takes it. */
export function textOfNumber(value: number | null | undefined): string {
  return value === null || value === undefined ? "" : String(value);
}
