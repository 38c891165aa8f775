import type { FastifyInstance } from "fastify";
import { ProblemError } from "../../core/errors.ts";
import { isLinkToken } from "../../core/links/share-link.ts";
import type { Deps } from "../deps.ts";
import { sendBinary } from "../http/send-binary.ts";
import { answerPicture } from "./answer-picture.ts";
import { tileConditions } from "./tile-conditions.ts";

/** In the proportion that messengers show. */
const CARD_SIZE = { width: 1024, height: 538 } as const;

/**
 * Serves `/s/{token}/card.jpg`, the picture that messengers show of a link whose owner chose that: without
 * the password, and priced as a tile.
 */
export function serveLinkCards(app: FastifyInstance, deps: Deps): void {
  app.get<{ Params: { token: string } }>(
    "/s/:token/card.jpg",
    { logLevel: "warn" },
    async (request, reply) => {
      const { token } = request.params;
      const shared = isLinkToken(token) ? await deps.links.findByToken(token) : undefined;
      // A link without a card is like none.
      if (shared?.link.preview_card !== "picture") throw new ProblemError("not_found", "No such picture.");
      const live = deps.opener.requireLive(shared);
      const source = { kind: "link", shared: live, clientAddress: request.ip } as const;
      const picture = { ...CARD_SIZE, format: "jpg" } as const;
      const answer = await answerPicture(deps, source, picture, tileConditions(request, reply));
      return sendBinary(reply, answer);
    },
  );
}
