interface TimeFieldProps {
  readonly id: string;
  readonly label: string;
  /** A day as `2026-12-28`, or a month as `2026-12`. */
  readonly kind: "date" | "month";
  readonly value: string;
  readonly onInput: (value: string) => void;
}

/** A field for a day or a month. */
export function TimeField({ id, label, kind, value, onInput }: TimeFieldProps) {
  return (
    <div class="form-field">
      <label for={id}>{label}</label>
      <input id={id} type={kind} value={value} onInput={(event) => onInput(event.currentTarget.value)} />
    </div>
  );
}
