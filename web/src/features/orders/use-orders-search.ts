import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { readOrdersSearch, writeOrdersSearch, type OrdersSearch } from './orders-search.ts';

const TYPING_MS = 300;

/** The search in the address, and what is being typed before it gets there. */
export function useOrdersSearch() {
  const [parameters, setParameters] = useSearchParams();
  const search = readOrdersSearch(parameters);
  const [text, setText] = useState(search.text);
  const apply = (next: OrdersSearch) =>
    setParameters(writeOrdersSearch(next), { replace: true, preventScrollReset: true });
  const applyLater = useDebouncedCallback(apply, TYPING_MS);
  return {
    search,
    draft: { ...search, text },
    choose: (change: Partial<OrdersSearch>) => apply({ ...search, text, ...change }),
    type: (next: string) => {
      setText(next);
      applyLater({ ...search, text: next });
    },
  };
}
