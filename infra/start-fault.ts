/**
 * Why a program cannot start: one line that names the setting and the remedy, for a person who has no use for
 * a stack.
 */
export class StartFault extends Error {
  override readonly name = "StartFault";
}
