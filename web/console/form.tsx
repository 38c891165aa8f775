import type { ComponentChildren } from "preact";

interface FormProps {
  /** Fields below each other, or in a line. */
  readonly kind?: "form" | "inline-form";
  readonly label?: string;
  readonly labelledBy?: string;
  readonly isBusy?: boolean;
  readonly onSubmit: () => Promise<unknown>;
  readonly children: ComponentChildren;
}

/** A form that the service checks: its faults stand below its fields. */
export function Form({ kind = "form", label, labelledBy, isBusy, onSubmit, children }: FormProps) {
  return (
    <form
      class={kind}
      noValidate
      aria-label={label}
      aria-labelledby={labelledBy}
      aria-busy={isBusy}
      onSubmit={(event) => {
        event.preventDefault();
        void onSubmit();
      }}
    >
      {children}
    </form>
  );
}
