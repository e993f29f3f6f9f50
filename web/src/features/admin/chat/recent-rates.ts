/** Seconds that the line shows. */
export const RATES_KEPT = 120;

/** The last rates, the newest at the end. */
export function addRate(rates: readonly number[], rate: number): readonly number[] {
  return [...rates, rate].slice(-RATES_KEPT);
}

/** A line through them from left to right, in a box of this size; the highest touches its top. */
export function lineThrough(rates: readonly number[], width: number, height: number): string {
  const highest = Math.max(1, ...rates);
  const step = width / (RATES_KEPT - 1);
  const left = width - (rates.length - 1) * step;
  return rates
    .map((rate, index) => {
      const x = Math.round((left + index * step) * 10) / 10;
      const y = Math.round(height * (1 - rate / highest) * 10) / 10;
      return `${index === 0 ? 'M' : 'L'}${x} ${y}`;
    })
    .join('');
}
