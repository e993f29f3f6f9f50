import { useQuery } from '@apollo/client/react';
import { FIND_PRODUCTS } from './stock-operations.ts';

/** The ids of the products that a search finds, to filter stock by; undefined without a search. */
export function useFoundProducts(search: string) {
  const { data, error } = useQuery(FIND_PRODUCTS, { variables: { search }, skip: !search });
  if (!search) return { productIds: undefined, isSearching: false, error: undefined };
  return {
    productIds: data?.products.edges.map(({ node }) => node.id),
    isSearching: !data,
    error,
  };
}
