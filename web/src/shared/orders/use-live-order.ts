import { useQuery, useSubscription } from '@apollo/client/react';
import { ORDER, ORDER_UPDATED } from './order-operations.ts';

/**
 * An order, kept as it is now. The subscription starts behind the query and begins with the order as it is, also after an
 * interruption, so nothing falls between the two and no older answer overtakes a newer one.
 */
export function useLiveOrder(id: string) {
  const { data, error, refetch } = useQuery(ORDER, { variables: { id } });
  const order = data?.order;
  useSubscription(ORDER_UPDATED, { variables: { id }, skip: !order, ignoreResults: true });
  return { order, error, refetch };
}
