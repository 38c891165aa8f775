import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { InputError, ProblemError, PROBLEMS, type ProblemCode } from "../../core/errors.ts";
import { owsException } from "../../core/tiles/ows-exception.ts";
import { FAULTS_MAX } from "../operations/input-faults.ts";
import { isDatabaseUnavailable } from "../../storage/database/database.ts";
import { ObjectStoreError } from "../../storage/object-store/object-store-error.ts";

/** Base of the `type` URIs of problems; docs/errors.md explains each under its code. */
const TYPE_BASE = "https://geopera.com/problems/";

/** Problem codes for Fastify's own errors. */
const FASTIFY_PROBLEMS: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: "payload_too_large",
  FST_ERR_CTP_INVALID_MEDIA_TYPE: "malformed_request",
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: "malformed_request",
  FST_ERR_BAD_URL: "malformed_request",
};

/** What a client should do about Fastify's own errors. */
const FASTIFY_DETAILS: Readonly<Record<string, string>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: "Send a smaller body.",
  FST_ERR_CTP_INVALID_MEDIA_TYPE: "Send JSON with 'Content-Type: application/json'.",
};

declare module "fastify" {
  interface FastifyRequest {
    /** The code of the problem that answered the request, for metrics. */
    problemCode?: ProblemCode;
  }
}

/** Translates every failure into an answer; no other file does. */
export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => answerError(error, request, reply));
  const methodsOf = knownMethods(app);
  app.setNotFoundHandler((request, reply) => {
    const [path = ""] = request.url.split("?");
    const allowed = methodsOf(path);
    // A route answers like this for what it does not have.
    if (allowed.length === 0 || allowed.includes(request.method)) {
      const detail = "No such resource; see /openapi.json for what there is.";
      return answerError(new ProblemError("not_found", detail), request, reply);
    }
    reply.header("allow", allowed.join(", "));
    const detail = `This address takes ${allowed.join(" and ")}.`;
    return answerError(new ProblemError("method_not_allowed", detail), request, reply);
  });
}

/** The methods that an address takes, of all routes that are added from here on. */
function knownMethods(app: FastifyInstance): (path: string) => readonly string[] {
  const plain = new Map<string, Set<string>>();
  const varying = new Map<string, { readonly pattern: RegExp; readonly methods: Set<string> }>();
  app.addHook("onRoute", ({ method, url }) => {
    // Every address answers to CORS.
    if (method === "OPTIONS") return;
    const isVarying = /[:*]/.test(url);
    const methods = (isVarying ? varying.get(url)?.methods : plain.get(url)) ?? new Set<string>();
    for (const each of [method].flat()) methods.add(each);
    if (isVarying) varying.set(url, { pattern: patternOf(url), methods });
    else plain.set(url, methods);
  });
  return (path) => {
    const found = plain.get(path) ?? [...varying.values()].find(({ pattern }) => pattern.test(path))?.methods;
    return [...(found ?? [])];
  };
}

/** An address of Fastify's, `/v1/items/:item/preview.:format`, as an expression. */
function patternOf(url: string): RegExp {
  const escaped = url.replace(/[.+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`^${escaped.replace(/:\w+/g, "[^/]+").replaceAll("*", ".*")}$`);
}

/** Answers a failure like {@link answerErrors}, for routes whose plugin has its own error handler. */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof InputError) {
    return reply
      .code(422)
      .type("application/json; charset=utf-8")
      .send(JSON.stringify({ detail: error.faults.slice(0, FAULTS_MAX) }));
  }
  const problem = problemOf(error);
  const { status, body } = problemBody(problem.code, problem.detail, {
    request_id: request.id,
    ...problem.extensions,
  });
  logProblem(problem, request);
  if (problem.retryAfterSeconds !== undefined) reply.header("retry-after", problem.retryAfterSeconds);
  if (status === 401 && !reply.hasHeader("www-authenticate")) {
    reply.header("www-authenticate", 'Bearer realm="geopera"');
  }
  return reply.code(status).type("application/problem+json; charset=utf-8").send(body);
}

/** A picture that says that an address has ended. */
export interface EndPicture {
  readonly contentType: string;
  readonly bytes: Buffer;
}

/**
 * Answers failures like {@link answerError}; an address that has ended by a picture, where the address is one
 * of a picture and the client does not prefer JSON.
 */
export function answerErrorOrPicture(pictureOf: (request: FastifyRequest) => EndPicture | undefined) {
  return (error: unknown, request: FastifyRequest, reply: FastifyReply): void => {
    const isOver = error instanceof ProblemError && error.code === "link_gone";
    const picture = isOver && !acceptsJson(request) ? pictureOf(request) : undefined;
    if (!isOver || picture === undefined) return void answerError(error, request, reply);
    logProblem(error, request);
    // Another origin may show it like the picture that was requested.
    void reply
      .code(PROBLEMS[error.code].status)
      .headers({ "cache-control": "no-store", "cross-origin-resource-policy": "cross-origin" })
      .type(picture.contentType)
      .send(picture.bytes);
  };
}

function acceptsJson(request: FastifyRequest): boolean {
  return /\bapplication\/(problem\+)?json\b/.test(request.headers.accept ?? "");
}

/** Answers a failure like {@link answerError}, with the same status, as OGC's XML. */
export function answerOwsError(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const problem = error instanceof InputError ? asProblem(error) : problemOf(error);
  logProblem(problem, request);
  if (problem.retryAfterSeconds !== undefined) reply.header("retry-after", problem.retryAfterSeconds);
  const { exceptionCode: code, locator } = problem.extensions;
  const xml = owsException(
    typeof code === "string" ? code : "NoApplicableCode",
    problem.detail,
    typeof locator === "string" ? locator : undefined,
  );
  void reply.code(PROBLEMS[problem.code].status).type("application/xml; charset=utf-8").send(xml);
}

function asProblem(error: InputError): ProblemError {
  const [fault] = error.faults;
  const field = String(fault?.loc.at(-1) ?? "");
  return new ProblemError("malformed_request", `${field} ${fault?.msg ?? "is not valid"}.`, {
    extensions: { exceptionCode: "InvalidParameterValue", locator: field },
  });
}

/** The problem object of RFC 9457 as JSON text, and its status. */
export function problemBody(
  code: ProblemCode,
  detail: string,
  members: Readonly<Record<string, unknown>> = {},
): { readonly status: number; readonly body: string } {
  const { status, title } = PROBLEMS[code];
  const type = TYPE_BASE + code.replaceAll("_", "-");
  return { status, body: JSON.stringify({ type, title, status, detail, ...members }) };
}

/**
 * Notes the problem for the metrics. Bugs are logged as errors, unavailable dependencies as warnings.
 * Refusals (too busy, cancelled, bad input) are normal and not logged.
 */
function logProblem(problem: ProblemError, request: FastifyRequest): void {
  const { code, cause } = problem;
  request.problemCode = code;
  const fields = { code, requestId: request.id, route: request.routeOptions.url, err: cause };
  if (code === "internal") request.log.error(fields, problem.message);
  else if (code === "unavailable" && cause !== undefined) request.log.warn(fields, problem.message);
}

function problemOf(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (isDatabaseUnavailable(error)) {
    return new ProblemError("unavailable", "The service cannot answer right now; try again.", {
      cause: error,
      internal: "PostgreSQL is unavailable",
      retryAfterSeconds: 5,
    });
  }
  if (error instanceof ObjectStoreError) {
    return new ProblemError("unavailable", "The store of files does not answer right now; try again.", {
      cause: error,
      internal: "the object store is unavailable",
      retryAfterSeconds: 5,
    });
  }
  const { code, statusCode } = (error ?? {}) as { code?: string; statusCode?: number };
  const known = code === undefined ? undefined : FASTIFY_PROBLEMS[code];
  if (known !== undefined || (statusCode !== undefined && statusCode >= 400 && statusCode < 500)) {
    const detail = FASTIFY_DETAILS[code ?? ""] ?? "The request is not well-formed: send one JSON object.";
    return new ProblemError(known ?? "malformed_request", detail, { cause: error });
  }
  return new ProblemError("internal", "Something went wrong on our side; quote the request_id.", {
    cause: error,
    internal: error instanceof Error ? error.message : "not an Error",
  });
}
