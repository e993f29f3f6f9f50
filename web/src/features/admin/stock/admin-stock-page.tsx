import { useQuery } from '@apollo/client/react';
import { IconBuildingWarehouse, IconSearch } from '@tabler/icons-react';
import { Drawer, Select, SimpleGrid, Skeleton, Switch, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import type { StockLevelFieldsFragment } from '#schema/operations/generated/graphql.ts';
import { EmptyState } from '../../../shared/ui/empty-state.tsx';
import { ErrorState } from '../../../shared/ui/error-state.tsx';
import { LoadMore } from '../../../shared/ui/load-more.tsx';
import { PageHeading } from '../../../shared/ui/page-heading.tsx';
import { useNextPage } from '../../../shared/ui/use-next-page.ts';
import { AdjustStockForm } from './adjust-stock-form.tsx';
import { STOCK_LEVELS, WAREHOUSES } from './stock-operations.ts';
import { StockTable } from './stock-table.tsx';
import { useFoundProducts } from './use-found-products.ts';

const TYPING_MS = 300;
/** Fewer available units than this count as low. */
const LOW_STOCK = 10;

export function AdminStockPage() {
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text.trim(), TYPING_MS);
  const [warehouseId, setWarehouseId] = useState<string | null>(null);
  const [isLowOnly, setIsLowOnly] = useState(false);
  const [adjusted, setAdjusted] = useState<StockLevelFieldsFragment>();
  const warehouses = useQuery(WAREHOUSES);
  const found = useFoundProducts(search);
  const filter = {
    ...(warehouseId && { warehouseId }),
    ...(isLowOnly && { availableBelow: LOW_STOCK }),
    ...(found.productIds && { productIds: found.productIds }),
  };
  const { data, previousData, refetch, fetchMore, ...result } = useQuery(STOCK_LEVELS, {
    variables: { filter },
    skip: found.isSearching,
  });
  const nextPage = useNextPage(data?.stockLevels.pageInfo, fetchMore);
  const error = found.error ?? result.error;
  const levels = (data ?? (error ? undefined : previousData))?.stockLevels;

  return (
    <>
      <PageHeading
        title="Stock"
        text={levels && `${levels.totalCount.toLocaleString('en')} levels`}
      />
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm" mb="md" style={{ alignItems: 'end' }}>
        <TextInput
          type="search"
          label="Product"
          placeholder="Name or article number"
          leftSection={<IconSearch size={16} aria-hidden />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Select
          label="Warehouse"
          placeholder="All"
          clearable
          data={
            warehouses.data?.warehouses.map(({ id, code, city }) => ({
              value: id,
              label: `${code}, ${city}`,
            })) ?? []
          }
          value={warehouseId}
          onChange={setWarehouseId}
        />
        <Switch
          label={`Fewer than ${LOW_STOCK} available`}
          checked={isLowOnly}
          onChange={(event) => setIsLowOnly(event.currentTarget.checked)}
          pb={8}
        />
      </SimpleGrid>
      {!levels && error && <ErrorState error={error} onRetry={refetch} />}
      {!levels && !error && <Skeleton height={480} radius="lg" />}
      {levels?.edges.length === 0 && (
        <EmptyState
          icon={IconBuildingWarehouse}
          title="No stock here"
          text="No level matches these filters."
        />
      )}
      {levels && levels.edges.length > 0 && (
        <>
          <StockTable levels={levels.edges.map(({ node }) => node)} onAdjust={setAdjusted} />
          <LoadMore {...nextPage} />
        </>
      )}
      <Drawer
        opened={adjusted !== undefined}
        onClose={() => setAdjusted(undefined)}
        position="right"
        title="Adjust stock"
      >
        {adjusted && <AdjustStockForm level={adjusted} onDone={() => setAdjusted(undefined)} />}
      </Drawer>
    </>
  );
}
