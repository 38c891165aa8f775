import {
  describeWait,
  type EndProblem,
  type PlainProblem,
  type WaitProblem,
} from "../components/describe-failure.ts";
import { elementById } from "../components/element-by-id.ts";

/** The card in front of the map. */
export interface Gate {
  /** Submits a password as if it had been typed. */
  submit(password: string): Promise<void>;
  showProblem(problem: PlainProblem): void;
  /** Covers the map again: with the reason why there is nothing more to see, or to ask once more. */
  reopen(problem: PlainProblem): void;
  hide(): void;
}

/** Connects the form that asks for the password. `onSubmit` answers through one of the gate's functions. */
export function createGate(onSubmit: (password: string) => Promise<void>): Gate {
  const gate = elementById("gate", HTMLElement);
  const title = elementById("gate-title", HTMLElement);
  const text = elementById("gate-text", HTMLElement);
  const form = elementById("gate-form", HTMLFormElement);
  const input = elementById("password", HTMLInputElement);
  const reveal = elementById("reveal", HTMLButtonElement);
  const problemText = elementById("gate-problem", HTMLElement);
  const button = elementById("open", HTMLButtonElement);
  const label = elementById("open-label", HTMLElement);
  let isBusy = false;
  let secondsLeft = 0;
  let countdown: ReturnType<typeof setInterval> | undefined;

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void submit(input.value);
  });
  input.addEventListener("input", () => {
    if (!button.disabled) say("");
  });
  reveal.addEventListener("click", () => {
    showPlainText(input.type === "password");
    input.focus();
  });
  input.focus();

  async function submit(password: string): Promise<void> {
    if (button.disabled) return;
    if (password === "")
      return showProblem({ kind: "retry", field: true, text: "Enter the password first." });
    say("");
    showPlainText(false);
    setBusy(true);
    try {
      await onSubmit(password);
    } finally {
      setBusy(false);
    }
  }

  function showProblem(problem: PlainProblem): void {
    setBusy(false);
    if (problem.kind === "end") return showEnd(problem);
    if (problem.kind === "wait") return startCountdown(problem);
    say(problem.text);
    input.setAttribute("aria-invalid", String(problem.field === true));
    input.focus();
    input.select();
  }

  function reopen(problem: PlainProblem): void {
    elementById("view", HTMLElement).hidden = true;
    gate.hidden = false;
    gate.classList.remove("leaving");
    showProblem(problem);
  }

  function showEnd(problem: EndProblem): void {
    clearInterval(countdown);
    elementById("view", HTMLElement).hidden = true;
    document.title = problem.title;
    title.textContent = problem.title;
    text.textContent = problem.text;
    form.hidden = true;
    gate.hidden = false;
    gate.classList.remove("leaving");
    gate.classList.add("ended");
    title.tabIndex = -1;
    title.focus();
  }

  /** The text does not change, so that a screen reader reads it once; the button counts down. */
  function startCountdown({ text: reason, seconds }: WaitProblem): void {
    const end = Date.now() + seconds * 1000;
    say(`${reason} Try again in ${describeWait(seconds)}.`);
    const tick = () => {
      secondsLeft = Math.max(0, Math.ceil((end - Date.now()) / 1000));
      showState();
      if (secondsLeft > 0) return;
      clearInterval(countdown);
      say("");
      input.focus();
      input.select();
    };
    clearInterval(countdown);
    countdown = setInterval(tick, 500);
    tick();
  }

  function hide(): void {
    input.value = "";
    gate.classList.add("leaving");
    const gone = () => {
      if (gate.classList.contains("leaving")) gate.hidden = true;
    };
    gate.addEventListener("transitionend", gone, { once: true });
    setTimeout(gone, 600);
  }

  function say(message: string): void {
    if (problemText.textContent !== message) problemText.textContent = message;
    if (message === "") input.removeAttribute("aria-invalid");
  }

  function setBusy(value: boolean): void {
    isBusy = value;
    showState();
  }

  function showState(): void {
    button.disabled = isBusy || secondsLeft > 0;
    label.textContent = secondsLeft > 0 ? `Wait ${describeWait(secondsLeft)}` : "Open map";
    gate.classList.toggle("busy", isBusy);
    gate.setAttribute("aria-busy", String(isBusy));
  }

  function showPlainText(plain: boolean): void {
    input.type = plain ? "text" : "password";
    reveal.textContent = plain ? "Hide" : "Show";
    reveal.setAttribute("aria-pressed", String(plain));
  }

  return { submit, showProblem, reopen, hide };
}
