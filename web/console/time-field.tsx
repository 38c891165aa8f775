interface TimeFieldProps {
  readonly id: string;
  readonly label: string;
  /** A day as `2026-12-28`, a month as `2026-12`, or a time as `2026-12-28T10:00:00`. */
  readonly kind: "date" | "month" | "datetime-local";
  readonly value: string;
  readonly onInput: (value: string) => void;
}

/** A field for a day, a month or a time to the second. */
export function TimeField({ id, label, kind, value, onInput }: TimeFieldProps) {
  return (
    <div class="form-field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type={kind}
        step={kind === "datetime-local" ? 1 : undefined}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </div>
  );
}
