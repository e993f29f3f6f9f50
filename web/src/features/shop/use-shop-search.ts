import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import { readSearch, writeSearch, type ShopSearch } from './shop-search.ts';

/** Somebody who types is not interrupted: the list changes this long after the last key. */
const TYPING_MS = 300;

/** The search in the address, and what is being typed before it gets there. */
export function useShopSearch() {
  const [parameters, setParameters] = useSearchParams();
  const search = readSearch(parameters);
  const [draft, setDraft] = useState(search);

  // "Back" and links change the address from outside; the fields follow.
  const address = parameters.toString();
  useEffect(() => {
    setDraft((current) =>
      writeSearch(current).toString() === address
        ? current
        : readSearch(new URLSearchParams(address)),
    );
  }, [address]);

  const apply = (next: ShopSearch) =>
    setParameters(writeSearch(next), { replace: true, preventScrollReset: true });
  const applyLater = useDebouncedCallback(apply, TYPING_MS);

  return {
    search,
    draft,
    /** Choices show their result at once. */
    choose: (change: Partial<ShopSearch>) => {
      const next = { ...draft, ...change };
      setDraft(next);
      applyLater.cancel();
      apply(next);
    },
    type: (change: Partial<ShopSearch>) => {
      const next = { ...draft, ...change };
      setDraft(next);
      applyLater(next);
    },
  };
}
