/** Time that is left, in the largest two units that matter: 2 d 03 h, 1 h 05 min, 12:34. */
export function formatCountdown(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1_000));
  const [days, hours] = [Math.floor(seconds / 86_400), Math.floor(seconds / 3_600) % 24];
  const [minutes, rest] = [Math.floor(seconds / 60) % 60, seconds % 60];
  if (days > 0) return `${days} d ${twoDigits(hours)} h`;
  if (hours > 0) return `${hours} h ${twoDigits(minutes)} min`;
  return `${twoDigits(minutes)}:${twoDigits(rest)}`;
}

const twoDigits = (value: number) => String(value).padStart(2, '0');

/** How far the server's clock is ahead of this one, as an answer of this moment shows. */
export const clockOffset = (serverTime: string, now: number): number =>
  Date.parse(serverTime) - now;

export type SaleClock = { readonly label: string; readonly endsInMs: number };

/** What a sale counts down to; undefined when it is over. */
export function countdownOf(
  sale: { readonly status: string; readonly startsAt: string; readonly endsAt: string },
  serverNow: number,
): SaleClock | undefined {
  if (sale.status === 'ENDED' || sale.status === 'CANCELLED') return undefined;
  const startsInMs = Date.parse(sale.startsAt) - serverNow;
  if (startsInMs > 0) return { label: 'Begins in', endsInMs: startsInMs };
  const endsInMs = Date.parse(sale.endsAt) - serverNow;
  return endsInMs > 0 ? { label: 'Ends in', endsInMs } : undefined;
}
