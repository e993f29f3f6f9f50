import { Badge } from '@mantine/core';
import { STATUS_LABELS, type OrderStatus } from './order-status.ts';

const COLORS: Record<OrderStatus, string> = {
  PENDING: 'gray',
  AWAITING_PAYMENT: 'yellow',
  CONFIRMED: 'blue',
  PROCESSING: 'indigo',
  SHIPPED: 'violet',
  DELIVERED: 'teal',
  CANCELLED: 'red',
};

export function OrderStatusBadge({ status }: { status: OrderStatus }) {
  return (
    <Badge variant="light" color={COLORS[status]} tt="none" size="lg" fw={600}>
      {STATUS_LABELS[status]}
    </Badge>
  );
}
