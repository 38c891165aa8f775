import { describeWait } from "./problems.js";

/** The form that asks for the password. `onSubmit(password)` answers by calling one of the functions returned. */
export function createGate(onSubmit) {
  const gate = document.getElementById("gate");
  const title = document.getElementById("gate-title");
  const text = document.getElementById("gate-text");
  const form = document.getElementById("gate-form");
  const input = document.getElementById("password");
  const reveal = document.getElementById("reveal");
  const problemText = document.getElementById("gate-problem");
  const button = document.getElementById("open");
  const label = button.querySelector(".primary-label");
  let busy = false;
  let secondsLeft = 0;
  let countdown;

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

  async function submit(password) {
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

  function showProblem(problem) {
    setBusy(false);
    if (problem.kind === "end") return showEnd(problem);
    if (problem.kind === "wait") return startCountdown(problem);
    say(problem.text);
    input.setAttribute("aria-invalid", String(problem.field === true));
    input.focus();
    input.select();
  }

  /** Nothing more to try: the card says why, in front of whatever was shown. */
  function showEnd(problem) {
    clearInterval(countdown);
    document.getElementById("view").hidden = true;
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

  /** The problem is said once, so that a screen reader does not repeat it; the button counts. */
  function startCountdown({ text: reason, seconds }) {
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

  function hide() {
    input.value = "";
    gate.classList.add("leaving");
    const gone = () => {
      if (gate.classList.contains("leaving")) gate.hidden = true;
    };
    gate.addEventListener("transitionend", gone, { once: true });
    setTimeout(gone, 600);
  }

  function say(message) {
    if (problemText.textContent !== message) problemText.textContent = message;
    if (message === "") input.removeAttribute("aria-invalid");
  }

  function setBusy(value) {
    busy = value;
    showState();
  }

  function showState() {
    button.disabled = busy || secondsLeft > 0;
    label.textContent = secondsLeft > 0 ? `Wait ${describeWait(secondsLeft)}` : "Open map";
    gate.classList.toggle("busy", busy);
    gate.setAttribute("aria-busy", String(busy));
  }

  function showPlainText(plain) {
    input.type = plain ? "text" : "password";
    reveal.textContent = plain ? "Hide" : "Show";
    reveal.setAttribute("aria-pressed", String(plain));
  }

  return { submit, showProblem, showEnd, hide };
}
