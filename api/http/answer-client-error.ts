import { STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import type { ProblemCode } from "../../core/errors.ts";
import { problemBody } from "./answer-errors.ts";

/** Answers bytes that never became a request: they have no route, no id and no response, only a socket. */
export function answerClientError(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code !== "ECONNRESET" && socket.writable) {
    const [code, detail] = complaintOf(error.code);
    const { status, body } = problemBody(code, detail);
    socket.write(
      [
        `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}`,
        "content-type: application/problem+json; charset=utf-8",
        `content-length: ${Buffer.byteLength(body)}`,
        "connection: close",
        "",
        body,
      ].join("\r\n"),
    );
  }
  socket.destroySoon();
}

function complaintOf(code: string | undefined): readonly [ProblemCode, string] {
  switch (code) {
    case "ERR_HTTP_REQUEST_TIMEOUT":
      return ["request_timeout", "The request took too long to arrive; send it again."];
    case "HPE_HEADER_OVERFLOW":
      return ["headers_too_large", "Send fewer or shorter headers, or a shorter address."];
    default:
      return ["malformed_request", "This is not a well-formed HTTP request."];
  }
}
