import type { Command } from "commander";
import { GROUPS } from "./generated/commands.ts";

/** Groups of commands say what they are about; those within another, what can be done there. */
export function describeGroups(program: Command): void {
  for (const group of program.commands) {
    if (group.commands.length > 0 && group.description() === "") {
      group.description(GROUPS[group.name()] ?? doneThere(group));
    }
    describeInner(group);
  }
}

function describeInner(parent: Command): void {
  for (const group of parent.commands) {
    if (group.commands.length === 0) continue;
    if (group.description() === "") group.description(doneThere(group));
    describeInner(group);
  }
}

function doneThere(group: Command): string {
  const names = group.commands.map((inner) => inner.name());
  const words = `${names.join(", ").replaceAll("_", " ")}.`;
  return words.charAt(0).toUpperCase() + words.slice(1);
}
