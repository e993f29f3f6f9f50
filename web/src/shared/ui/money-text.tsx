import { formatMoney, type Money } from '../format/money.ts';

export function MoneyText({ money }: { money: Money }) {
  return <span style={{ fontVariantNumeric: 'tabular-nums' }}>{formatMoney(money)}</span>;
}
