import { useQuery } from '@apollo/client/react';
import { IconBolt } from '@tabler/icons-react';
import { Button, Drawer, Group, SegmentedControl, Skeleton, Table } from '@mantine/core';
import { useState } from 'react';
import { EmptyState } from '../../../shared/ui/empty-state.tsx';
import { ErrorState } from '../../../shared/ui/error-state.tsx';
import { LoadMore } from '../../../shared/ui/load-more.tsx';
import { PageHeading } from '../../../shared/ui/page-heading.tsx';
import { Panel } from '../../../shared/ui/panel.tsx';
import { useNextPage } from '../../../shared/ui/use-next-page.ts';
import { ADMIN_FLASH_SALES } from './flash-sale-admin-operations.ts';
import { FlashSaleRow } from './flash-sale-row.tsx';
import { ScheduleSaleForm } from './schedule-sale-form.tsx';

const COLUMNS = ['Left', 'Queue', 'Reserved', 'Sold', 'Returned', 'Units'];

export function AdminFlashSalesPage() {
  const [isOver, setIsOver] = useState(false);
  const [isScheduling, setIsScheduling] = useState(false);
  const { data, error, refetch, fetchMore } = useQuery(ADMIN_FLASH_SALES, {
    variables: { filter: { isOver } },
    fetchPolicy: 'cache-and-network',
  });
  const sales = data?.flashSales;
  const nextPage = useNextPage(sales?.pageInfo, fetchMore);

  return (
    <>
      <PageHeading
        title="Flash sales"
        text={sales && `${sales.totalCount.toLocaleString('en')} sales`}
      >
        <Group>
          <SegmentedControl
            aria-label="Which sales"
            data={[
              { value: 'current', label: 'Current and coming' },
              { value: 'over', label: 'Over' },
            ]}
            value={isOver ? 'over' : 'current'}
            onChange={(value) => setIsOver(value === 'over')}
          />
          <Button
            leftSection={<IconBolt size={18} aria-hidden />}
            onClick={() => setIsScheduling(true)}
          >
            New sale
          </Button>
        </Group>
      </PageHeading>
      {!sales && error && <ErrorState error={error} onRetry={refetch} />}
      {!sales && !error && <Skeleton height={320} radius="lg" />}
      {sales?.edges.length === 0 && (
        <EmptyState
          icon={IconBolt}
          title="No flash sales"
          text={isOver ? 'None has ended yet.' : 'None runs or is to come.'}
        />
      )}
      {sales && sales.edges.length > 0 && (
        <>
          <Panel p={0} aria-label="Flash sales">
            <Table.ScrollContainer minWidth={880}>
              <Table verticalSpacing="xs" horizontalSpacing="md" highlightOnHover>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>Product</Table.Th>
                    <Table.Th>State</Table.Th>
                    {COLUMNS.map((name) => (
                      <Table.Th key={name} ta="right">
                        {name}
                      </Table.Th>
                    ))}
                    <Table.Th aria-label="Actions" />
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {sales.edges.map(({ node }) => (
                    <FlashSaleRow key={node.id} sale={node} />
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          </Panel>
          <LoadMore {...nextPage} />
        </>
      )}
      <Drawer
        opened={isScheduling}
        onClose={() => setIsScheduling(false)}
        position="right"
        title="New flash sale"
      >
        <ScheduleSaleForm
          onDone={() => {
            setIsScheduling(false);
            void refetch();
          }}
        />
      </Drawer>
    </>
  );
}
