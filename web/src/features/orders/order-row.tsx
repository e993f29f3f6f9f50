import { Group, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { MyOrdersQuery } from '#schema/operations/generated/graphql.ts';
import { formatDateTime } from '../../shared/format/date.ts';
import { orderNumber } from '../../shared/orders/order-number.ts';
import { OrderStatusBadge } from '../../shared/orders/order-status-badge.tsx';
import { MoneyText } from '../../shared/ui/money-text.tsx';
import { ProductPicture } from '../../shared/ui/product-picture.tsx';
import classes from './order-row.module.css';

type Order = MyOrdersQuery['myOrders']['edges'][number]['node'];

const SHOWN_PICTURES = 3;

export function OrderRow({ order }: { order: Order }) {
  const { id, status, placedAt, total, lines } = order;
  const names = lines.map(({ productName, quantity }) => `${quantity} × ${productName}`).join(', ');
  return (
    <li className={classes['row']}>
      <Link to={`/orders/${id}`} className={classes['link']}>
        <Group gap={4} wrap="nowrap" visibleFrom="xs">
          {lines.slice(0, SHOWN_PICTURES).map(({ product }) => (
            <div key={product.id} className={classes['picture']}>
              <ProductPicture src={product.imageUrl} />
            </div>
          ))}
        </Group>
        <div className={classes['text']}>
          <Text fw={600}>Order {orderNumber(id)}</Text>
          <Text size="sm" truncate>
            {names}
          </Text>
          <Text size="xs" c="dimmed">
            {formatDateTime(placedAt)}
          </Text>
        </div>
        <div className={classes['end']}>
          <OrderStatusBadge status={status} />
          <Text fw={700}>
            <MoneyText money={total} />
          </Text>
        </div>
      </Link>
    </li>
  );
}
