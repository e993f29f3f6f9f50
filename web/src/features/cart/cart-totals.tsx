import { Button, Divider, Group, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { CartFieldsFragment } from '#schema/operations/generated/graphql.ts';
import { MoneyText } from '../../shared/ui/money-text.tsx';
import { Panel } from '../../shared/ui/panel.tsx';
import classes from './cart-page.module.css';

export function CartTotals({ cart }: { cart: CartFieldsFragment }) {
  const { subtotal, shippingFee, total, lines } = cart;
  const canOrder = lines.some(({ unitPrice }) => unitPrice);
  return (
    <div className={classes['totals']}>
      <Panel aria-label="Total">
        <Stack gap="sm">
          <Group justify="space-between">
            <Text c="dimmed">Subtotal</Text>
            <MoneyText money={subtotal} />
          </Group>
          <Group justify="space-between">
            <Text c="dimmed">Shipping</Text>
            {shippingFee.amountCents === 0 ? 'Free' : <MoneyText money={shippingFee} />}
          </Group>
          <Divider />
          <Group justify="space-between" fw={700} fz="lg">
            <span>Total</span>
            <MoneyText money={total} />
          </Group>
          {canOrder ? (
            <Button component={Link} to="/checkout" size="md" mt="sm">
              Check out
            </Button>
          ) : (
            <Text size="sm" c="dimmed">
              Nothing in your cart can be bought at the moment.
            </Text>
          )}
        </Stack>
      </Panel>
    </div>
  );
}
