import { useQuery } from '@apollo/client/react';
import { IconBoxSeam, IconPlus, IconSearch } from '@tabler/icons-react';
import { Button, Drawer, Group, SegmentedControl, Skeleton, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import type { AdminProductFragment } from '#schema/operations/generated/graphql.ts';
import { EmptyState } from '../../../shared/ui/empty-state.tsx';
import { ErrorState } from '../../../shared/ui/error-state.tsx';
import { LoadMore } from '../../../shared/ui/load-more.tsx';
import { PageHeading } from '../../../shared/ui/page-heading.tsx';
import { useNextPage } from '../../../shared/ui/use-next-page.ts';
import { ADMIN_PRODUCTS } from './admin-product-operations.ts';
import { CreateProductForm } from './create-product-form.tsx';
import { EditProductForm } from './edit-product-form.tsx';
import { ProductsTable } from './products-table.tsx';

const TYPING_MS = 300;

type Editing = { product: AdminProductFragment | undefined };

export function AdminProductsPage() {
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text.trim(), TYPING_MS);
  const [status, setStatus] = useState<'ACTIVE' | 'ARCHIVED'>('ACTIVE');
  const [editing, setEditing] = useState<Editing>();
  const { data, previousData, error, refetch, fetchMore } = useQuery(ADMIN_PRODUCTS, {
    variables: { search: search || null, filter: { status } },
  });
  const nextPage = useNextPage(data?.products.pageInfo, fetchMore);
  const products = (data ?? (error ? undefined : previousData))?.products;
  const close = () => setEditing(undefined);

  return (
    <>
      <PageHeading
        title="Products"
        text={products && `${products.totalCount.toLocaleString('en')} in this list`}
      >
        <Button
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => setEditing({ product: undefined })}
        >
          New product
        </Button>
      </PageHeading>
      <Group mb="md" align="flex-end">
        <TextInput
          type="search"
          label="Search"
          placeholder="Name or article number"
          leftSection={<IconSearch size={16} aria-hidden />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          style={{ flex: '1 1 14rem' }}
        />
        <SegmentedControl
          aria-label="Status"
          value={status}
          onChange={(value) => setStatus(value === 'ARCHIVED' ? 'ARCHIVED' : 'ACTIVE')}
          data={[
            { value: 'ACTIVE', label: 'In the shop' },
            { value: 'ARCHIVED', label: 'Archived' },
          ]}
        />
      </Group>
      {!products && error && <ErrorState error={error} onRetry={refetch} />}
      {!products && !error && <Skeleton height={480} radius="lg" />}
      {products?.edges.length === 0 && (
        <EmptyState icon={IconBoxSeam} title="No products here" text="Try other words." />
      )}
      {products && products.edges.length > 0 && (
        <>
          <ProductsTable
            products={products.edges.map(({ node }) => node)}
            onEdit={(product) => setEditing({ product })}
          />
          <LoadMore {...nextPage} />
        </>
      )}
      <Drawer
        opened={editing !== undefined}
        onClose={close}
        position="right"
        size="lg"
        title={editing?.product ? 'Edit product' : 'New product'}
      >
        {editing?.product ? (
          <EditProductForm
            key={editing.product.id}
            product={editing.product}
            onSaved={() => {
              close();
              void refetch();
            }}
          />
        ) : (
          <CreateProductForm
            onSaved={() => {
              close();
              void refetch();
            }}
          />
        )}
      </Drawer>
    </>
  );
}
