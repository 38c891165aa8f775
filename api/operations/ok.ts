import { z } from "zod";

/** What an operation answers that changes or ends one thing. */
export const okOutput = z.object({ ok: z.boolean().default(true), id: z.string() });
