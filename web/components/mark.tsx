/** The mark of the service. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 24 24" aria-hidden="true">
      <path class="mark-top" d="M12 2 22 8 12 14 2 8z" />
      <path class="mark-low" d="m2.5 12.4 9.5 5.7 9.5-5.7M2.5 16.8l9.5 5.7 9.5-5.7" />
    </svg>
  );
}
