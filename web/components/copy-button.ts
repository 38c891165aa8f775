const FEEDBACK_MS = 2000;

/** Makes the button copy what the field holds; the button says whether that worked. */
export function copyOnClick(button: HTMLButtonElement, field: HTMLInputElement): void {
  const label = button.textContent;
  const copy = async () => {
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      button.textContent = "Copied";
    } catch {
      // The field is selected: the keyboard copies it where the page may not.
      button.textContent = "Ctrl+C";
    }
    setTimeout(() => {
      button.textContent = label;
    }, FEEDBACK_MS);
  };
  button.addEventListener("click", () => void copy());
}
