/**
 * Works on what comes before the result before is wanted: results in the order of what came, so many
 * at once at most.
 * @throws whatever the source or the work throws, in its turn
 */
export async function* ahead<T, R>(
  source: AsyncIterable<T>,
  most: number,
  work: (one: T) => Promise<R>,
): AsyncIterable<R> {
  const begun: Promise<R>[] = []
  for await (const one of source) {
    const result = work(one)
    // Whoever waits for it hears of it; until then it is nobody's surprise.
    result.catch(() => undefined)
    begun.push(result)
    const first = begun.length >= most ? begun.shift() : undefined
    if (first !== undefined) yield await first
  }
  for (const result of begun) yield await result
}
