import { Anchor, Divider, Group, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { OrderDetailFragment } from '#schema/operations/generated/graphql.ts';
import { MoneyText } from '../ui/money-text.tsx';
import { ProductPicture } from '../ui/product-picture.tsx';
import classes from './order-lines.module.css';

type OrderLinesProps = Pick<OrderDetailFragment, 'lines' | 'subtotal' | 'shippingFee' | 'total'>;

export function OrderLines({ lines, subtotal, shippingFee, total }: OrderLinesProps) {
  return (
    <Stack gap="sm">
      {lines.map(({ product, productName, quantity, unitPrice, lineTotal }) => (
        <Group key={product.id} wrap="nowrap">
          <div className={classes['picture']}>
            <ProductPicture src={product.imageUrl} />
          </div>
          <div className={classes['name']}>
            <Anchor component={Link} to={`/products/${product.id}`} c="inherit" fw={600}>
              {productName}
            </Anchor>
            <Text size="sm" c="dimmed">
              {quantity} × <MoneyText money={unitPrice} />
            </Text>
          </div>
          <MoneyText money={lineTotal} />
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
    </Stack>
  );
}
