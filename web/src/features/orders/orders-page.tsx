import { useQuery } from '@apollo/client/react';
import { IconReceipt } from '@tabler/icons-react';
import { Button, Skeleton, Stack } from '@mantine/core';
import { useCallback } from 'react';
import { Link } from 'react-router';
import { graphql } from '#schema/operations/generated/gql.ts';
import { useCatchUp } from '../../shared/live/live-context.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { ErrorState } from '../../shared/ui/error-state.tsx';
import { LoadMore } from '../../shared/ui/load-more.tsx';
import { PageHeading } from '../../shared/ui/page-heading.tsx';
import { useListFetchPolicy } from '../../shared/ui/use-list-fetch-policy.ts';
import { useNextPage } from '../../shared/ui/use-next-page.ts';
import { OrderRow } from './order-row.tsx';
import { OrdersFilters } from './orders-filters.tsx';
import { toOrderFilter, writeOrdersSearch } from './orders-search.ts';
import { useOrdersSearch } from './use-orders-search.ts';

const MY_ORDERS = graphql(`
  query MyOrders($filter: OrderFilter, $after: String) {
    myOrders(filter: $filter, first: 20, after: $after) {
      totalCount
      edges {
        cursor
        node {
          id
          status
          placedAt
          estimatedDeliveryAt
          total {
            amountCents
            currency
          }
          lines {
            productName
            quantity
            product {
              id
              imageUrl
            }
          }
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

export function OrdersPage() {
  const { search, draft, choose, type } = useOrdersSearch();
  const { data, previousData, error, refetch, fetchMore } = useQuery(MY_ORDERS, {
    variables: { filter: toOrderFilter(search) },
    fetchPolicy: useListFetchPolicy(),
  });
  useCatchUp(useCallback(() => refetch(), [refetch]));
  const nextPage = useNextPage(data?.myOrders.pageInfo, fetchMore);
  const shown = data ?? (error ? undefined : previousData);
  const isFiltered = writeOrdersSearch(search).size > 0;

  return (
    <>
      <PageHeading title="My orders" />
      <OrdersFilters draft={draft} choose={choose} type={type} />
      {!shown && error && <ErrorState error={error} onRetry={refetch} />}
      {!shown && !error && <OrdersSkeleton />}
      {shown?.myOrders.edges.length === 0 && <NoOrders isFiltered={isFiltered} />}
      {shown && shown.myOrders.edges.length > 0 && (
        <>
          <Stack gap="sm" component="ul" p={0} m={0} aria-busy={!data}>
            {shown.myOrders.edges.map(({ node }) => (
              <OrderRow key={node.id} order={node} />
            ))}
          </Stack>
          <LoadMore {...nextPage} />
        </>
      )}
    </>
  );
}

function NoOrders({ isFiltered }: { isFiltered: boolean }) {
  return isFiltered ? (
    <EmptyState
      icon={IconReceipt}
      title="No order matches"
      text="Try other words, another status or another time."
    />
  ) : (
    <EmptyState
      icon={IconReceipt}
      title="You have not ordered yet"
      text="Your orders and where they are will show up here."
      action={
        <Button component={Link} to="/">
          Go to the shop
        </Button>
      }
    />
  );
}

function OrdersSkeleton() {
  return (
    <Stack gap="sm" aria-busy>
      {Array.from({ length: 5 }, (_, index) => (
        <Skeleton key={index} height={88} radius="lg" />
      ))}
    </Stack>
  );
}
