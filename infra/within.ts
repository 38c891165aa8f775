/**
 * The outcome of work within so many milliseconds, and that of `late` after them. The work itself goes on;
 * what comes of it then is ignored.
 */
export async function within<Result, Late>(
  milliseconds: number,
  work: Promise<Result>,
  late: () => Late | Promise<Late>,
): Promise<Result | Late> {
  let timer: NodeJS.Timeout | undefined;
  const afterwards = new Promise<Late>((resolve) => {
    timer = setTimeout(() => resolve(Promise.resolve().then(late)), milliseconds);
  });
  try {
    return await Promise.race([work, afterwards]);
  } finally {
    clearTimeout(timer);
  }
}

/** Whether work succeeds within so many milliseconds. */
export async function succeedsWithin(milliseconds: number, work: PromiseLike<unknown>): Promise<boolean> {
  const succeeded = Promise.resolve(work).then(
    () => true,
    () => false,
  );
  return await within(milliseconds, succeeded, () => false);
}
