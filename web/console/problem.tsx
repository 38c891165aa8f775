/** Why something cannot be shown or done, read out when it appears. */
export function Problem({ text }: { readonly text: string | undefined }) {
  return (
    <p class="problem" role="alert">
      {text}
    </p>
  );
}

/** What was done, read out when it appears. */
export function Said({ text }: { readonly text: string }) {
  return (
    <p class="row-said" role="status">
      {text}
    </p>
  );
}
