import { v7, validate } from "uuid";

/** A new resource or event id: a UUIDv7 (RFC 9562), so that ids sort by time of creation. */
export function newId(): string {
  return v7();
}

/** Whether a string has the form of an id; anything else names no resource and is answered as not found. */
export function isId(text: string): boolean {
  return validate(text);
}
