import { useSubscription } from '@apollo/client/react';
import { UnstyledButton } from '@mantine/core';
import type { AdminOrderRowFragment } from '#schema/operations/generated/graphql.ts';
import { formatDateTime } from '../../../shared/format/date.ts';
import { orderNumber } from '../../../shared/orders/order-number.ts';
import { isFinal } from '../../../shared/orders/order-status.ts';
import { OrderStatusBadge } from '../../../shared/orders/order-status-badge.tsx';
import { MoneyText } from '../../../shared/ui/money-text.tsx';
import { ORDER_STATUS_CHANGED } from './admin-order-operations.ts';
import classes from './orders-table.module.css';

type OrdersTableRowProps = {
  order: AdminOrderRowFragment;
  index: number;
  startPx: number;
  isFresh: boolean;
  onOpen: (id: string) => void;
};

export function OrdersTableRow({ order, index, startPx, isFresh, onOpen }: OrdersTableRowProps) {
  const { id, status, customer, lines, placedAt, total } = order;
  // Rows exist only while they are on the screen: so many orders are watched at most, and no finished one.
  useSubscription(ORDER_STATUS_CHANGED, {
    variables: { id },
    skip: isFinal(status),
    ignoreResults: true,
  });
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={classes['row']}
      data-fresh={isFresh || undefined}
      style={{ transform: `translateY(${startPx}px)` }}
    >
      <div role="cell">
        <UnstyledButton className={classes['open'] ?? ''} onClick={() => onOpen(id)}>
          {orderNumber(id)}
        </UnstyledButton>
      </div>
      <div role="cell">
        <OrderStatusBadge status={status} />
      </div>
      <div role="cell">{customer.name}</div>
      <div role="cell">
        {lines.map(({ productName, quantity }) => `${quantity} × ${productName}`).join(', ')}
      </div>
      <div role="cell">{formatDateTime(placedAt)}</div>
      <div role="cell">
        <MoneyText money={total} />
      </div>
    </div>
  );
}
