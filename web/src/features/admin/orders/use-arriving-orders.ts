import { useApolloClient, useSubscription } from '@apollo/client/react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { AdminOrderRowFragment } from '#schema/operations/generated/graphql.ts';
import { ADMIN_ORDERS, ORDER_PLACED } from './admin-order-operations.ts';
import { collectArrivals, withArrivals, type Arrivals } from './arrivals.ts';

/** New orders stay marked until this many newer ones have come. */
const MARKED = 50;

type ArrivingOrders = {
  /** Whether new orders belong on top of the list that is shown. */
  isOnTop: boolean;
  refetch: () => unknown;
};

/** Puts orders into the list as they are placed; where a filter hides some, it counts them instead. */
export function useArrivingOrders({ isOnTop, refetch }: ArrivingOrders) {
  const client = useApolloClient();
  const [fresh, setFresh] = useState<readonly string[]>([]);
  const [unseen, setUnseen] = useState(0);
  const collector = useRef<Arrivals<AdminOrderRowFragment>>(undefined);

  const takeIn = useEffectEvent(
    (arrivals: readonly AdminOrderRowFragment[], hasDropped: boolean) => {
      if (!isOnTop) return setUnseen((count) => count + arrivals.length);
      setFresh((ids) => [...arrivals.map(({ id }) => id), ...ids].slice(0, MARKED));
      if (hasDropped) return void refetch();
      client.cache.updateQuery({ query: ADMIN_ORDERS, variables: { filter: {} } }, (data) =>
        data
          ? {
              ...data,
              orders: withArrivals(data.orders, arrivals, (node) => ({
                __typename: 'OrderEdge' as const,
                cursor: '',
                node,
              })),
            }
          : data,
      );
    },
  );

  useEffect(() => {
    const arrivals = collectArrivals<AdminOrderRowFragment>({
      onArrivals: (group, hasDropped) => takeIn(group, hasDropped),
    });
    collector.current = arrivals;
    return () => arrivals.stop();
  }, []);

  const { error } = useSubscription(ORDER_PLACED, {
    ignoreResults: true,
    onData: ({ data }) => {
      if (data.data) collector.current?.add(data.data.orderPlaced);
    },
  });

  return {
    error,
    fresh: new Set(fresh),
    unseen,
    showUnseen: () => {
      setUnseen(0);
      void refetch();
    },
  };
}
