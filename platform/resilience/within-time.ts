/** What the work comes to, or `otherwise` when it takes longer than that; it goes on all the same. */
export async function withinTime<Result, Otherwise>(
  work: Promise<Result>,
  ms: number,
  otherwise: Otherwise,
): Promise<Result | Otherwise> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<Otherwise>((resolve) => {
    timer = setTimeout(resolve, ms, otherwise).unref();
  });
  try {
    return await Promise.race([work, deadline]);
  } finally {
    clearTimeout(timer);
  }
}
