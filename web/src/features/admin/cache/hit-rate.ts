/** A part of 1 for people; what is nearly all of it is not told as all of it. */
export function formatHitRate(rate: number | null | undefined): string {
  if (rate == null) return 'nothing read yet';
  const percent = Math.floor(rate * 1_000) / 10;
  return `${percent.toLocaleString('en', { maximumFractionDigits: 1 })} %`;
}
