import bcrypt from "bcrypt";

/**
 * The bcrypt hash of one password in its composed form, for programs that hash once and end. They need no
 * queue, and an idle thread of `PasswordHasher` can hold up their end for seconds where the processors are
 * busy.
 */
export async function hashPassword(password: string, cost: number): Promise<string> {
  return await bcrypt.hash(password.normalize("NFC"), cost);
}
