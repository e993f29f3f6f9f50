import { Alert, Drawer, Skeleton, Stack, Text } from '@mantine/core';
import { formatDateTime } from '../../../shared/format/date.ts';
import { CancelOrderButton } from '../../../shared/orders/cancel-order-button.tsx';
import { OrderFacts } from '../../../shared/orders/order-facts.tsx';
import { OrderLines } from '../../../shared/orders/order-lines.tsx';
import { orderNumber } from '../../../shared/orders/order-number.ts';
import { OrderStatusBadge } from '../../../shared/orders/order-status-badge.tsx';
import { OrderTimeline } from '../../../shared/orders/order-timeline.tsx';
import { useLiveOrder } from '../../../shared/orders/use-live-order.ts';
import { ErrorState } from '../../../shared/ui/error-state.tsx';
import { CANCELLATION_LABELS } from './cancellation-labels.ts';

type OrderDrawerProps = { orderId: string | undefined; onClose: () => void };

/** An order beside the list, live. */
export function OrderDrawer({ orderId, onClose }: OrderDrawerProps) {
  return (
    <Drawer
      opened={orderId !== undefined}
      onClose={onClose}
      position="right"
      size="lg"
      title={orderId ? `Order ${orderNumber(orderId)}` : ''}
    >
      {orderId !== undefined && <OrderPanel key={orderId} id={orderId} />}
    </Drawer>
  );
}

function OrderPanel({ id }: { id: string }) {
  const { order, error, refetch } = useLiveOrder(id);
  if (order === undefined) {
    return error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton height={420} />;
  }
  if (order === null) return <Text>This order does not exist.</Text>;
  return (
    <Stack gap="lg">
      <div role="status">
        <OrderStatusBadge status={order.status} />
        <Text size="sm" mt="xs">
          {order.customer.name}, {formatDateTime(order.placedAt)}
        </Text>
      </div>
      {order.cancellationReason && (
        <Alert color="red">{CANCELLATION_LABELS[order.cancellationReason]}</Alert>
      )}
      <OrderTimeline status={order.status} timeline={order.timeline} />
      <OrderLines {...order} />
      <OrderFacts {...order} />
      <CancelOrderButton orderId={order.id} isCancellable={order.isCancellable} />
    </Stack>
  );
}
