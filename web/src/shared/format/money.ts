export type Money = { readonly amountCents: number; readonly currency: string };

/** Money as people write it, in the currency's own number of decimals: 1999 USD is $19.99, 1999 JPY is ¥1,999. */
export function formatMoney({ amountCents, currency }: Money, locale = 'en-US'): string {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
  const decimals = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(amountCents / 10 ** decimals);
}

/** What a person typed as a price, in cents; undefined when it is no price. `12`, `12.5` and `12.50` are prices. */
export function parsePriceCents(text: string): number | undefined {
  const match = /^\s*(\d{1,9})(?:[.,](\d{1,2}))?\s*$/.exec(text);
  if (!match) return undefined;
  const [, whole = '0', fraction = ''] = match;
  return Number(whole) * 100 + Number(fraction.padEnd(2, '0'));
}
