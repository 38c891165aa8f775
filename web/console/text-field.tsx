interface TextFieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  readonly isSecret?: boolean;
  readonly autoComplete?: string;
  readonly inputMode?: "numeric" | "text";
  readonly onInput: (value: string) => void;
}

/** A field for a line of text, with its label. */
export function TextField(props: TextFieldProps) {
  const {
    id,
    label,
    value,
    hint,
    isSecret = false,
    autoComplete = "off",
    inputMode = "text",
    onInput,
  } = props;
  return (
    <div class="form-field">
      <label for={id}>{label}</label>
      <input
        id={id}
        {...(isSecret ? { type: "password" as const } : { type: "text" as const })}
        value={value}
        placeholder={hint}
        autoComplete={autoComplete}
        inputMode={inputMode}
        autoCapitalize="none"
        spellcheck={false}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </div>
  );
}
