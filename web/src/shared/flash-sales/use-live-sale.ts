import { useQuery, useSubscription } from '@apollo/client/react';
import { FLASH_SALE, FLASH_SALE_UPDATED } from './flash-sale-operations.ts';

/**
 * A sale, kept as it is now. The subscription starts behind the query and begins with the sale as it is, so nothing
 * falls between the two.
 */
export function useLiveSale(id: string) {
  const { data, loading, error, refetch } = useQuery(FLASH_SALE, { variables: { id } });
  const sale = data?.flashSale;
  useSubscription(FLASH_SALE_UPDATED, { variables: { id }, skip: !sale, ignoreResults: true });
  return { sale, isLoading: loading, error, refetch };
}
