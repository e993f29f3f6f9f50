import { Progress, Stack, Text } from '@mantine/core';

type UnitsLeftProps = { unitsLeft: number; units: number };

/** How much of a sale is left, as a bar and in words. */
export function UnitsLeft({ unitsLeft, units }: UnitsLeftProps) {
  const share = units === 0 ? 0 : (unitsLeft / units) * 100;
  return (
    <Stack gap={4}>
      <Progress
        value={share}
        size="lg"
        radius="xl"
        color={share > 20 ? 'teal' : 'orange'}
        aria-hidden
      />
      <Text size="sm" style={{ fontVariantNumeric: 'tabular-nums' }}>
        <strong>{unitsLeft.toLocaleString('en')}</strong> of {units.toLocaleString('en')} left
      </Text>
    </Stack>
  );
}
