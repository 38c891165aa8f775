interface LinesFieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly rows?: number;
  readonly value: string;
  readonly onInput: (value: string) => void;
}

/** A field for several lines of text, with its label. */
export function LinesField({ id, label, hint, rows = 3, value, onInput }: LinesFieldProps) {
  return (
    <div class="form-field">
      <label for={id}>{label}</label>
      <textarea
        id={id}
        rows={rows}
        placeholder={hint}
        spellcheck={false}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </div>
  );
}
