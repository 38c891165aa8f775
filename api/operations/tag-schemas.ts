import { z } from "zod";
import { tagsFault } from "../../core/tags/tags.ts";

/** Cost-allocation tags of one thing; they take the place of those it has. */
export const tags = z
  .record(z.string(), z.string())
  .superRefine((given, context) => {
    const fault = tagsFault(given);
    if (fault === undefined) return;
    const { key, message } = fault;
    context.addIssue({ code: "custom", message, ...(key !== undefined && { path: [key] }) });
  })
  .meta({
    description:
      "Cost-allocation tags, at most 20; they take the place of those that are there. Usage has those of organization, project, item and link.",
  });

/** Tags as they are answered. */
export const answeredTags = z.record(z.string(), z.string());
