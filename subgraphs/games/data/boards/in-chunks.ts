/** The same values in their order, in lists of at most `size`. */
export function inChunks<Value>(values: readonly Value[], size: number): (readonly Value[])[] {
  if (values.length <= size) return values.length === 0 ? [] : [values];
  const chunks: Value[][] = [];
  for (let start = 0; start < values.length; start += size) {
    chunks.push(values.slice(start, start + size));
  }
  return chunks;
}
