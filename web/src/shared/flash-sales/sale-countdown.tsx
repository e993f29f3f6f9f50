import { Text, type TextProps } from '@mantine/core';
import { countdownOf, formatCountdown } from './countdown.ts';
import { useServerClock } from './use-server-clock.ts';

type SaleCountdownProps = TextProps & {
  sale: { status: string; startsAt: string; endsAt: string; serverTime: string };
};

/** Begins in 12:34, by the server's clock. Read out once, not each second. */
export function SaleCountdown({ sale, ...rest }: SaleCountdownProps) {
  const clock = countdownOf(sale, useServerClock(sale.serverTime));
  if (!clock) return null;
  return (
    <Text {...rest} role="timer" aria-live="off" style={{ fontVariantNumeric: 'tabular-nums' }}>
      {clock.label} <strong>{formatCountdown(clock.endsInMs)}</strong>
    </Text>
  );
}
