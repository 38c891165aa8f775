import { z } from "zod";

/** A thing of a lineage as it is answered. */
export const lineageNode = z.object({ entity_type: z.string(), entity_id: z.string(), depth: z.int() });

/** That one thing came of another: `dst` of `src`. */
export const lineageEdge = z.looseObject({
  depth: z.int(),
  src_type: z.string().nullable().optional(),
  src_id: z.string().nullable().optional(),
  dst_type: z.string().nullable().optional(),
  dst_id: z.string().nullable().optional(),
  relation: z.string().nullable().optional(),
  invocation_id: z.string().nullable().optional(),
});
