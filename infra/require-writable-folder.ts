import { constants } from "node:fs";
import { access, mkdir } from "node:fs/promises";
import { StartFault } from "./start-fault.ts";

/** Makes the folder of a setting, where it is missing; throws a StartFault when it cannot be written to. */
export async function requireWritableFolder(setting: string, folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await access(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new StartFault(
      `${setting}: ${folder} cannot be written to (${code}): name a folder that this program's account may write to.`,
      { cause: error },
    );
  }
}
