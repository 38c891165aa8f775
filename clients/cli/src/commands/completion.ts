import { Argument, type Command } from "commander";
import { COMPLETION_SCRIPTS, type Shell } from "../completion/scripts.ts";
import type { Io } from "../io.ts";

/** `geopera completion bash`: what a shell needs to complete commands and flags. */
export function addCompletionCommand(program: Command, io: Io): void {
  program
    .command("completion")
    .description("Print the completion script of a shell.")
    .addArgument(new Argument("<shell>", "which shell").choices(Object.keys(COMPLETION_SCRIPTS)))
    .addHelpText(
      "after",
      `
Examples:
  bash   source <(geopera completion bash)              in ~/.bashrc
  zsh    source <(geopera completion zsh)               in ~/.zshrc, behind compinit
  fish   geopera completion fish | source               in ~/.config/fish/config.fish`,
    )
    .action((shell: Shell) => {
      io.stdout.write(COMPLETION_SCRIPTS[shell]);
    });
}
