import type { useQuery } from '@apollo/client/react';
import { IconZoomQuestion } from '@tabler/icons-react';
import { Button, Skeleton, Stack } from '@mantine/core';
import type {
  ProductsQuery,
  ProductsQueryVariables,
} from '#schema/operations/generated/graphql.ts';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { ErrorState } from '../../shared/ui/error-state.tsx';
import { LoadMore } from '../../shared/ui/load-more.tsx';
import { useNextPage } from '../../shared/ui/use-next-page.ts';
import { ProductCard } from './product-card.tsx';
import classes from './product-grid.module.css';

/** Cards that are surely on the first screen. */
const FIRST_SCREEN = 4;

type Result = useQuery.Result<ProductsQuery, ProductsQueryVariables>;

type ProductGridProps = {
  result: Pick<Result, 'error' | 'refetch' | 'fetchMore'> & {
    data?: ProductsQuery | undefined;
    previousData?: ProductsQuery | undefined;
  };
  onShowEverything: () => void;
};

export function ProductGrid({ result, onShowEverything }: ProductGridProps) {
  const { data, previousData, error, refetch, fetchMore } = result;
  const nextPage = useNextPage(data?.products.pageInfo, fetchMore);
  // While another search runs, the answer to the one before stays, faded.
  const shown = data ?? (error ? undefined : previousData);

  if (!shown) {
    return error ? <ErrorState error={error} onRetry={refetch} /> : <GridSkeleton />;
  }
  if (shown.products.edges.length === 0) {
    return (
      <EmptyState
        icon={IconZoomQuestion}
        title="Nothing matches"
        text="Try other words, or fewer filters."
        action={
          <Button variant="default" onClick={onShowEverything}>
            Show everything
          </Button>
        }
      />
    );
  }
  return (
    <>
      <ul className={classes['grid']} aria-busy={!data} data-stale={!data || undefined}>
        {shown.products.edges.map(({ node }, index) => (
          <li key={node.id} className={classes['cell']}>
            <ProductCard product={node} isFirstScreen={index < FIRST_SCREEN} />
          </li>
        ))}
      </ul>
      <LoadMore {...nextPage} />
    </>
  );
}

function GridSkeleton() {
  return (
    <div className={classes['grid']} aria-busy>
      {Array.from({ length: 12 }, (_, index) => (
        <Stack key={index} gap="xs">
          <Skeleton style={{ aspectRatio: '1' }} radius="lg" />
          <Skeleton height={18} />
          <Skeleton height={18} width="50%" />
        </Stack>
      ))}
    </div>
  );
}
