import { Button, Group, Table, Text } from '@mantine/core';
import type { AdminProductFragment } from '#schema/operations/generated/graphql.ts';
import { formatDateTime } from '../../../shared/format/date.ts';
import { MoneyText } from '../../../shared/ui/money-text.tsx';
import { Panel } from '../../../shared/ui/panel.tsx';
import { ProductPicture } from '../../../shared/ui/product-picture.tsx';
import classes from './products-table.module.css';

type ProductsTableProps = {
  products: readonly AdminProductFragment[];
  onEdit: (product: AdminProductFragment) => void;
};

export function ProductsTable({ products, onEdit }: ProductsTableProps) {
  return (
    <Panel p={0} aria-label="Products">
      <Table.ScrollContainer minWidth={760}>
        <Table verticalSpacing="xs" horizontalSpacing="md" highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Product</Table.Th>
              <Table.Th>Category</Table.Th>
              <Table.Th ta="right">Price</Table.Th>
              <Table.Th ta="right">Stock</Table.Th>
              <Table.Th>Changed</Table.Th>
              <Table.Th aria-label="Actions" />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {products.map((product) => (
              <Table.Tr key={product.id}>
                <Table.Td>
                  <Group gap="sm" wrap="nowrap">
                    <div className={classes['picture']}>
                      <ProductPicture src={product.imageUrl} />
                    </div>
                    <div>
                      <Text fw={600}>{product.name}</Text>
                      <Text size="xs" c="dimmed">
                        {product.sku}
                      </Text>
                    </div>
                  </Group>
                </Table.Td>
                <Table.Td>{product.category.name}</Table.Td>
                <Table.Td ta="right">
                  <MoneyText money={product.price} />
                </Table.Td>
                <Table.Td ta="right">{product.stock.toLocaleString('en')}</Table.Td>
                <Table.Td>
                  <Text size="sm">{formatDateTime(product.updatedAt)}</Text>
                </Table.Td>
                <Table.Td ta="right">
                  <Button
                    variant="light"
                    size="xs"
                    aria-label={`Edit ${product.name}`}
                    onClick={() => onEdit(product)}
                  >
                    Edit
                  </Button>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Panel>
  );
}
