import { expect, test } from "vitest";
import { QuietTime } from "./quiet-time.ts";

test("work in the background begins after the work that comes first has ended, and at once where there is none", async () => {
  const quiet = new QuietTime();
  const order: string[] = [];
  await quiet.wait();
  let end: () => void = () => undefined;
  const first = quiet.run(() => new Promise<void>((resolve) => (end = resolve)));
  const later = quiet.wait().then(() => order.push("background"));
  const viewer = first.then(() => order.push("viewer"));
  end();
  await Promise.all([viewer, later]);
  expect(order).toEqual(["viewer", "background"]);
});

test("a failure of the work that comes first ends it as well", async () => {
  const quiet = new QuietTime();
  await expect(quiet.run(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
  await quiet.wait();
});
