import { Button, Table, Text } from '@mantine/core';
import type { StockLevelFieldsFragment } from '#schema/operations/generated/graphql.ts';
import { Panel } from '../../../shared/ui/panel.tsx';

type StockTableProps = {
  levels: readonly StockLevelFieldsFragment[];
  onAdjust: (level: StockLevelFieldsFragment) => void;
};

export function StockTable({ levels, onAdjust }: StockTableProps) {
  return (
    <Panel p={0} aria-label="Stock levels">
      <Table.ScrollContainer minWidth={820}>
        <Table verticalSpacing="xs" horizontalSpacing="md" highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Product</Table.Th>
              <Table.Th>Warehouse</Table.Th>
              <Table.Th ta="right">Available</Table.Th>
              <Table.Th ta="right">Reserved</Table.Th>
              <Table.Th ta="right">On hand</Table.Th>
              <Table.Th ta="right">Sold</Table.Th>
              <Table.Th ta="right">Received</Table.Th>
              <Table.Th aria-label="Actions" />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {levels.map((level) => {
              const { product, warehouse, available, reserved, onHand, sold, received } = level;
              return (
                <Table.Tr key={`${warehouse.id} ${product.id}`}>
                  <Table.Td>
                    <Text fw={600}>{product.name}</Text>
                    <Text size="xs" c="dimmed">
                      {product.sku}
                    </Text>
                  </Table.Td>
                  <Table.Td>
                    {warehouse.code}
                    <Text size="xs" c="dimmed">
                      {warehouse.name}
                    </Text>
                  </Table.Td>
                  <Table.Td ta="right" fw={700}>
                    {available.toLocaleString('en')}
                  </Table.Td>
                  <Table.Td ta="right">{reserved.toLocaleString('en')}</Table.Td>
                  <Table.Td ta="right">{onHand.toLocaleString('en')}</Table.Td>
                  <Table.Td ta="right">{sold.toLocaleString('en')}</Table.Td>
                  <Table.Td ta="right">{received.toLocaleString('en')}</Table.Td>
                  <Table.Td ta="right">
                    <Button
                      variant="light"
                      size="xs"
                      aria-label={`Adjust ${product.name} in ${warehouse.code}`}
                      onClick={() => onAdjust(level)}
                    >
                      Adjust
                    </Button>
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Panel>
  );
}
