interface PartLinksProps<Part extends string> {
  readonly label: string;
  /** The parts, each with its text and its address. */
  readonly parts: readonly (readonly [part: Part, text: string, address: string])[];
  readonly shown: Part;
}

/** The parts of a view, each an address. */
export function PartLinks<Part extends string>({ label, parts, shown }: PartLinksProps<Part>) {
  return (
    <nav class="parts" aria-label={label}>
      {parts.map(([part, text, address]) => (
        <a key={part} class="quiet" href={address} aria-current={part === shown ? "page" : undefined}>
          {text}
        </a>
      ))}
    </nav>
  );
}
