import { expect, test } from "vitest";
import { itemChanges, timeText } from "./item-changes.ts";

const before = {
  name: "Dyke",
  description: "",
  attribution: "© Example Imaging",
  datetime: timeText("2026-05-01T10:00:00.123Z"),
  start_datetime: timeText("2026-05-01T09:00:00Z"),
  end_datetime: "",
  cloud_cover: "3",
  gsd: "",
};

test("only what was changed is sent: a time keeps its fraction, and what is no number is not taken away", () => {
  expect(itemChanges(before, before)).toEqual({});
  const after = {
    ...before,
    attribution: " ",
    datetime: "2026-05-02T09:30",
    start_datetime: "",
    cloud_cover: "",
    gsd: "fine",
  };
  expect(itemChanges(before, after)).toEqual({
    attribution: null,
    datetime: "2026-05-02T09:30:00Z",
    start_datetime: null,
    cloud_cover: null,
    gsd: "fine",
  });
});
