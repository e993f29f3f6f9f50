import { useQuery } from '@apollo/client/react';
import { IconReceipt } from '@tabler/icons-react';
import { Button, Skeleton, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useCallback, useState } from 'react';
import { countText } from '../../../shared/format/count.ts';
import { useCatchUp, useLive } from '../../../shared/live/live-context.tsx';
import { LiveMark } from '../../../shared/live/live-mark.tsx';
import { EmptyState } from '../../../shared/ui/empty-state.tsx';
import { ErrorState } from '../../../shared/ui/error-state.tsx';
import { PageHeading } from '../../../shared/ui/page-heading.tsx';
import { ProblemAlert } from '../../../shared/ui/problem-alert.tsx';
import { useNextPage } from '../../../shared/ui/use-next-page.ts';
import { AdminOrdersFilters } from './admin-orders-filters.tsx';
import { ADMIN_ORDERS } from './admin-order-operations.ts';
import { ALL_ORDERS, showsEverything, toAdminFilter } from './admin-orders-search.ts';
import { OrderDrawer } from './order-drawer.tsx';
import { OrdersTable } from './orders-table.tsx';
import { useArrivingOrders } from './use-arriving-orders.ts';

const TYPING_MS = 300;

export function AdminOrdersPage() {
  const [search, setSearch] = useState(ALL_ORDERS);
  const [settled] = useDebouncedValue(search, TYPING_MS);
  const [openId, setOpenId] = useState<string>();
  const { data, previousData, error, refetch, fetchMore } = useQuery(ADMIN_ORDERS, {
    variables: { filter: toAdminFilter(settled) },
  });
  useCatchUp(useCallback(() => refetch(), [refetch]));
  const arriving = useArrivingOrders({ isOnTop: showsEverything(settled), refetch });
  const nextPage = useNextPage(data?.orders.pageInfo, fetchMore);
  const orders = (data ?? (error ? undefined : previousData))?.orders;
  const { phase } = useLive();

  return (
    <>
      <PageHeading title="Orders" text={orders && `${countText(orders)} in this list`}>
        <LiveMark isLive={phase === 'live'} />
      </PageHeading>
      <AdminOrdersFilters
        search={search}
        onChange={(change) => setSearch((current) => ({ ...current, ...change }))}
        onClear={() => setSearch(ALL_ORDERS)}
      />
      <Stack gap="sm">
        <ProblemAlert error={arriving.error} />
        {arriving.unseen > 0 && (
          <Button variant="light" onClick={arriving.showUnseen}>
            {arriving.unseen} new {arriving.unseen === 1 ? 'order' : 'orders'}: look again
          </Button>
        )}
        {!orders && error && <ErrorState error={error} onRetry={refetch} />}
        {!orders && !error && <Skeleton height={480} radius="lg" />}
        {orders?.edges.length === 0 && (
          <EmptyState
            icon={IconReceipt}
            title="No orders here"
            text="New ones appear by themselves as they are placed."
          />
        )}
        {orders && orders.edges.length > 0 && (
          <OrdersTable
            orders={orders.edges.map(({ node }) => node)}
            fresh={arriving.fresh}
            onOpen={setOpenId}
            nextPage={nextPage}
          />
        )}
        {nextPage.error !== undefined && (
          <Text role="alert" c="red">
            The next orders could not be loaded. Scroll to try again.
          </Text>
        )}
      </Stack>
      <OrderDrawer orderId={openId} onClose={() => setOpenId(undefined)} />
    </>
  );
}
