import { Divider, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { CartFieldsFragment } from '#schema/operations/generated/graphql.ts';
import { MoneyText } from '../../shared/ui/money-text.tsx';
import { Panel } from '../../shared/ui/panel.tsx';

type OrderSummaryProps = { cart: CartFieldsFragment; children: ReactNode };

export function OrderSummary({ cart, children }: OrderSummaryProps) {
  const { lines, subtotal, shippingFee, total } = cart;
  return (
    <Panel>
      <Title order={2} size="h4" mb="md">
        Your order
      </Title>
      <Stack gap="sm">
        {lines.map(({ product, quantity, lineTotal }) => (
          <Group key={product.id} justify="space-between" wrap="nowrap" align="flex-start">
            <Text size="sm" td={lineTotal ? undefined : 'line-through'}>
              {quantity} × {product.name}
            </Text>
            <Text size="sm">{lineTotal ? <MoneyText money={lineTotal} /> : 'Unavailable'}</Text>
          </Group>
        ))}
        <Divider />
        <Group justify="space-between">
          <Text c="dimmed">Subtotal</Text>
          <MoneyText money={subtotal} />
        </Group>
        <Group justify="space-between">
          <Text c="dimmed">Shipping</Text>
          {shippingFee.amountCents === 0 ? 'Free' : <MoneyText money={shippingFee} />}
        </Group>
        <Group justify="space-between" fw={700} fz="lg">
          <span>Total</span>
          <MoneyText money={total} />
        </Group>
        {children}
      </Stack>
    </Panel>
  );
}
