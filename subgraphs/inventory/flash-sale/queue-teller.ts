/** The queue of a sale is told of this often at most; who waits in it is asked ten times a second. */
const EVERY_MS = 500;
/** Sales with a queue that are remembered. Beyond, one is told of once too often. */
const MAX_SALES = 1_000;

/**
 * Tells those who follow a sale that people wait. A place in the queue changes nothing in PostgreSQL, so nobody else
 * would say so; who gets a turn is told as a change of the sale. While there is a queue somebody keeps asking for it,
 * so what is left out now is told a moment later.
 */
export function createQueueTeller(
  now: () => Date,
  tell: (saleId: string) => Promise<void>,
): (saleId: string) => void {
  const toldAt = new Map<string, number>();

  return (saleId) => {
    const at = now().getTime();
    if (at - (toldAt.get(saleId) ?? -EVERY_MS) < EVERY_MS) return;
    if (toldAt.size >= MAX_SALES) toldAt.clear();
    toldAt.set(saleId, at);
    // A hint: nobody's answer waits for it.
    void tell(saleId);
  };
}
