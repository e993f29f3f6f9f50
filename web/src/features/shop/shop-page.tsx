import { useQuery } from '@apollo/client/react';
import { IconAdjustmentsHorizontal, IconSearch } from '@tabler/icons-react';
import { Badge, Box, Button, Drawer, Group, Select, Text, TextInput, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useListFetchPolicy } from '../../shared/ui/use-list-fetch-policy.ts';
import { CategoryHeading } from './category-heading.tsx';
import { ProductGrid } from './product-grid.tsx';
import { PRODUCTS } from './shop-operations.ts';
import classes from './shop-page.module.css';
import { ShopFilters } from './shop-filters.tsx';
import { countFilters, EVERYTHING, SORT_LABELS, toVariables } from './shop-search.ts';
import { useShopSearch } from './use-shop-search.ts';

type ShopPageProps = { children?: ReactNode };

/** What is given stands between the search and the products. */
export function ShopPage({ children }: ShopPageProps) {
  const { search, draft, choose, type } = useShopSearch();
  const [isFiltering, filters] = useDisclosure(false);
  const fetchPolicy = useListFetchPolicy();
  const result = useQuery(PRODUCTS, { variables: toVariables(search), fetchPolicy });
  const shown = result.data ?? result.previousData;
  const narrowing = countFilters(search);
  const panel = <ShopFilters draft={draft} choose={choose} type={type} />;

  return (
    <>
      <title>Plaza</title>
      <Box className={classes['hero']}>
        <Title order={1} size="h1">
          Everything on one square
        </Title>
        <TextInput
          type="search"
          size="lg"
          radius="xl"
          w="100%"
          maw={640}
          aria-label="Search products"
          placeholder="Search products"
          leftSection={<IconSearch size={20} aria-hidden />}
          value={draft.text}
          onChange={(event) => type({ text: event.currentTarget.value })}
        />
      </Box>
      {children}
      <div className={classes['columns']}>
        <aside className={classes['filters']} aria-label="Filters">
          {panel}
        </aside>
        <section aria-label="Products">
          <Group justify="space-between" mb="md" gap="sm">
            <div>
              <CategoryHeading slug={search.category} />
              <Text c="dimmed" size="sm" role="status">
                {shown ? `${shown.products.totalCount.toLocaleString('en')} products` : 'Loading…'}
              </Text>
            </div>
            <Group gap="xs" className={classes['tools'] ?? ''}>
              <Button
                className={classes['filterButton'] ?? ''}
                variant="default"
                leftSection={<IconAdjustmentsHorizontal size={18} aria-hidden />}
                rightSection={narrowing > 0 && <Badge circle>{narrowing}</Badge>}
                onClick={filters.open}
              >
                Filters
              </Button>
              <Select
                aria-label="Sort by"
                w={190}
                allowDeselect={false}
                data={Object.entries(SORT_LABELS).map(([value, label]) => ({ value, label }))}
                value={draft.sort}
                onChange={(sort) => choose({ sort: (sort ?? 'RELEVANCE') as typeof draft.sort })}
              />
            </Group>
          </Group>
          <ProductGrid result={result} onShowEverything={() => choose(EVERYTHING)} />
        </section>
      </div>
      <Drawer opened={isFiltering} onClose={filters.close} title="Filters" position="right">
        {panel}
        <Button fullWidth mt="lg" onClick={filters.close}>
          Show {shown?.products.totalCount.toLocaleString('en') ?? ''} products
        </Button>
      </Drawer>
    </>
  );
}
