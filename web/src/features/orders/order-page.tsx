import { IconMoodEmpty } from '@tabler/icons-react';
import { Alert, Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { Link, useParams } from 'react-router';
import type { OrderDetailFragment } from '#schema/operations/generated/graphql.ts';
import { formatDateTime } from '../../shared/format/date.ts';
import { CancelOrderButton } from '../../shared/orders/cancel-order-button.tsx';
import { OrderFacts } from '../../shared/orders/order-facts.tsx';
import { OrderLines } from '../../shared/orders/order-lines.tsx';
import { orderNumber } from '../../shared/orders/order-number.ts';
import { CANCELLATION_TEXTS } from '../../shared/orders/order-status.ts';
import { OrderTimeline } from '../../shared/orders/order-timeline.tsx';
import { useLiveOrder } from '../../shared/orders/use-live-order.ts';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { ErrorState } from '../../shared/ui/error-state.tsx';
import { PageHeading } from '../../shared/ui/page-heading.tsx';
import { Panel } from '../../shared/ui/panel.tsx';
import { OrderHeadline } from './order-headline.tsx';
import classes from './order-page.module.css';

export function OrderPage() {
  const { id = '' } = useParams();
  const { order, error, refetch } = useLiveOrder(id);
  if (order === undefined) {
    return error ? <ErrorState error={error} onRetry={refetch} /> : <OrderSkeleton />;
  }
  if (order === null) {
    return (
      <EmptyState
        icon={IconMoodEmpty}
        title="No such order"
        text="It does not exist, or belongs to another account."
        action={
          <Button component={Link} to="/orders">
            My orders
          </Button>
        }
      />
    );
  }
  return <OrderView order={order} />;
}

function OrderView({ order }: { order: OrderDetailFragment }) {
  return (
    <>
      <PageHeading
        title={`Order ${orderNumber(order.id)}`}
        text={`Placed on ${formatDateTime(order.placedAt)}`}
      />
      <div className={classes['columns']}>
        <Stack gap="lg">
          <Panel aria-label="Progress">
            <OrderHeadline order={order} />
            {order.cancellationReason && (
              <Alert color="red" mb="lg" title="Why it was cancelled">
                {CANCELLATION_TEXTS[order.cancellationReason]}
              </Alert>
            )}
            <OrderTimeline status={order.status} timeline={order.timeline} />
          </Panel>
          <CancelOrderButton orderId={order.id} isCancellable={order.isCancellable} />
        </Stack>
        <Stack gap="lg">
          <Panel>
            <Title order={2} size="h4" mb="md">
              Products
            </Title>
            <OrderLines {...order} />
          </Panel>
          <Panel aria-label="Payment, parcel and address">
            <OrderFacts {...order} />
          </Panel>
          <Group>
            <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
              Order id {order.id}
            </Text>
          </Group>
        </Stack>
      </div>
    </>
  );
}

function OrderSkeleton() {
  return (
    <div className={classes['columns']} aria-busy>
      <Skeleton height={420} radius="lg" />
      <Skeleton height={300} radius="lg" />
    </div>
  );
}
