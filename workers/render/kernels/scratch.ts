import { instantiateKernels, PAGE_BYTES, type Address, type Kernels } from "./kernels.ts";

const ARRAYS = {
  Uint8: Uint8Array,
  Uint8Clamped: Uint8ClampedArray,
  Uint16: Uint16Array,
  Int32: Int32Array,
  Uint32: Uint32Array,
  Float32: Float32Array,
  Float64: Float64Array,
} as const;

type ArrayName = keyof typeof ARRAYS;
type ArrayOf<Name extends ArrayName> = InstanceType<(typeof ARRAYS)[Name]>;

/** An array in the kernels' memory. Its address and values throw once the scope that made it has ended. */
export interface ScratchArray<Name extends ArrayName = ArrayName> {
  readonly type: Name;
  readonly address: Address;
  readonly length: number;
  /**
   * A view that may be detached when the next array is made and when any scope ends: read it anew after
   * either.
   */
  readonly values: ArrayOf<Name>;
}

/** What a scope may return: a promise would go on after its arrays have ended. */
export type Synchronous<T> = T extends PromiseLike<unknown> ? never : T;

/** The kernels, their memory, and the way to open a scope in it. */
export interface ScratchMemory {
  /** Runs `run` in a scope of its own and ends every array that it made. */
  within<T>(run: (scratch: Scratch) => Synchronous<T>): Synchronous<T>;
}

/**
 * A scope: makes arrays that live until it ends. Only the innermost open scope makes arrays and opens scopes.
 */
export interface Scratch extends ScratchMemory {
  readonly kernels: Kernels;
  /** Makes an array of undefined content. */
  array<Name extends ArrayName>(type: Name, length: number): ScratchArray<Name>;
  /** Makes an array of zeros. */
  zeros<Name extends ArrayName>(type: Name, length: number): ScratchArray<Name>;
  /** Makes an array of the same values. */
  copy<Name extends ArrayName>(type: Name, values: ArrayLike<number>): ScratchArray<Name>;
}

/** What an array knows of the scope that made it. */
interface Scope {
  isOpen: boolean;
  viewOf<Name extends ArrayName>(type: Name, address: Address, length: number): ArrayOf<Name>;
}

/** A class, because getters of object literals are defined anew for each of them: four times as slow. */
class ScopedArray<Name extends ArrayName> implements ScratchArray<Name> {
  readonly type: Name;
  readonly length: number;
  readonly #scope: Scope;
  readonly #address: Address;

  constructor(scope: Scope, type: Name, address: Address, length: number) {
    this.#scope = scope;
    this.type = type;
    this.#address = address;
    this.length = length;
  }

  get address(): Address {
    this.#assertOpen();
    return this.#address;
  }

  get values(): ArrayOf<Name> {
    this.#assertOpen();
    return this.#scope.viewOf(this.type, this.#address, this.length);
  }

  #assertOpen(): void {
    if (!this.#scope.isOpen) throw new Error("A scratch array was used after its scope ended.");
  }
}

/**
 * Kernels read up to this many bytes past an array's end, in vectors that are filled in part. They are zero.
 */
const PADDING_BYTES = 16;
const ALIGNMENT_BYTES = 16;
/** Arrays begin here: the address 0 means "no array" to kernels. */
const FIRST_ADDRESS: Address = 64;

/**
 * An instance of the kernels with its own memory, which grows to what its largest tile takes. A `strict`
 * one, for tests, also detaches views whenever an array is made and a scope ends. Elsewhere only growth does,
 * because detaching costs a few percent of a tile.
 */
export function createScratchMemory({ strict = false }: { readonly strict?: boolean } = {}): ScratchMemory {
  const { kernels, memory } = instantiateKernels();
  let end = FIRST_ADDRESS;
  let innermost: Scratch | undefined;

  function within<T>(run: (scratch: Scratch) => Synchronous<T>): Synchronous<T> {
    const [outer, begin] = [innermost, end];
    const scope = openScope();
    innermost = scope.scratch;
    try {
      return run(scope.scratch);
    } finally {
      scope.close();
      innermost = outer;
      end = begin;
      if (strict) detachViews();
    }
  }

  function openScope(): { scratch: Scratch; close(): void } {
    const scope: Scope = { isOpen: true, viewOf };
    const assertInnermost = () => {
      if (innermost !== scratch) throw new Error("Only the innermost scratch scope can be used.");
    };
    const scratch: Scratch = {
      kernels,
      within(run) {
        assertInnermost();
        return within(run);
      },
      array(type, length) {
        assertInnermost();
        return new ScopedArray(scope, type, allocate(length * ARRAYS[type].BYTES_PER_ELEMENT), length);
      },
      zeros(type, length) {
        const array = scratch.array(type, length);
        array.values.fill(0);
        return array;
      },
      copy(type, values) {
        const array = scratch.array(type, values.length);
        array.values.set(values);
        return array;
      },
    };
    return { scratch, close: () => void (scope.isOpen = false) };
  }

  function viewOf<Name extends ArrayName>(type: Name, address: Address, length: number): ArrayOf<Name> {
    return new ARRAYS[type](memory.buffer, address, length) as ArrayOf<Name>;
  }

  function allocate(bytes: number): Address {
    const address = end;
    end = Math.ceil((address + bytes + PADDING_BYTES) / ALIGNMENT_BYTES) * ALIGNMENT_BYTES;
    const missing = end - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / PAGE_BYTES));
    else if (strict) detachViews();
    viewOf("Uint8", address + bytes, PADDING_BYTES).fill(0);
    return address;
  }

  /**
   * Growing by nothing gives the memory a new buffer, so that a view that was kept too long fails at once.
   */
  function detachViews(): void {
    memory.grow(0);
  }

  return { within };
}
