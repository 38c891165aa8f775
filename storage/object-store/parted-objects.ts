/** An object that is arriving in parts. */
export interface PartedObject {
  /** The key at which it will be an object. */
  readonly key: string;
  /** What {@link PartedObjects.begin} answered. */
  readonly partsId: string;
}

/** A part that is about to arrive. */
export interface ArrivingPart {
  /** Counted from 1. */
  readonly number: number;
  /** Where its first byte lies in the object. */
  readonly offset: number;
}

/**
 * Objects that arrive in parts, in any order and over days. Each part may be sent again until they are
 * joined; until then no reader sees any of them. In S3 a part but the last has at least 5 MiB.
 */
export interface PartedObjects {
  /** Begins an object; resolves to the id of its parts. */
  begin(key: string): Promise<string>;
  /** A URL to which anybody can PUT a part for some seconds; undefined where the store has no HTTP door. */
  signedUrl(object: PartedObject, number: number, options: { seconds: number }): Promise<string | undefined>;
  /**
   * Receives a part, in constant memory; resolves to the number of bytes. After an error of the source, which
   * is thrown on as it is, the part has not arrived.
   */
  put(object: PartedObject, part: ArrivingPart, chunks: AsyncIterable<Uint8Array>): Promise<number>;
  /** The bytes of each part that has arrived; undefined when they were joined or dropped, or never begun. */
  list(object: PartedObject): Promise<ReadonlyMap<number, number> | undefined>;
  /** Makes the parts that have arrived, in the order of their numbers, the object at its key. */
  join(object: PartedObject): Promise<void>;
  /** Gives the parts up; those of an object that was joined or dropped are fine. */
  drop(object: PartedObject): Promise<void>;
}
