import { useState } from 'react';

type Page = { readonly endCursor?: string | null; readonly hasNextPage: boolean };

/** Fetches the page behind the given one, one at a time, and keeps why that failed. */
export function useNextPage(
  page: Page | undefined,
  fetchMore: (options: { variables: { after: string } }) => Promise<unknown>,
) {
  const [isLoading, setIsLoading] = useState(false);
  const [error, setError] = useState<unknown>();

  async function load(): Promise<void> {
    const after = page?.endCursor;
    if (!page?.hasNextPage || !after || isLoading) return;
    setIsLoading(true);
    setError(undefined);
    try {
      await fetchMore({ variables: { after } });
    } catch (failure) {
      setError(failure);
    } finally {
      setIsLoading(false);
    }
  }

  return { hasMore: page?.hasNextPage ?? false, isLoading, error, onLoad: load };
}
