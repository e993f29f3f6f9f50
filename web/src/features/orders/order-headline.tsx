import { Stack, Text, Title } from '@mantine/core';
import type { OrderDetailFragment } from '#schema/operations/generated/graphql.ts';
import { formatDay, formatRelative } from '../../shared/format/date.ts';
import { isFinal, STATUS_LABELS } from '../../shared/orders/order-status.ts';

/** The state of the order in one line, read out when it changes. */
export function OrderHeadline({ order }: { order: OrderDetailFragment }) {
  const { status, estimatedDeliveryAt } = order;
  return (
    <Stack gap={2} mb="lg" role="status">
      <Title order={2} size="h3" data-status={status}>
        {STATUS_LABELS[status]}
      </Title>
      {estimatedDeliveryAt && !isFinal(status) && (
        <Text c="dimmed">
          Should arrive {formatRelative(estimatedDeliveryAt)}, on {formatDay(estimatedDeliveryAt)}
        </Text>
      )}
    </Stack>
  );
}
