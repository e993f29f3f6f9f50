import { useQuery } from '@apollo/client/react';
import { Anchor, List, SimpleGrid, Skeleton, Stack, Table, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import type { CacheStatisticsQuery } from '#schema/operations/generated/graphql.ts';
import { formatDateTime } from '../../../shared/format/date.ts';
import { ErrorState } from '../../../shared/ui/error-state.tsx';
import { PageHeading } from '../../../shared/ui/page-heading.tsx';
import { Panel } from '../../../shared/ui/panel.tsx';
import { CACHE_STATISTICS } from './cache-operations.ts';
import { formatHitRate } from './hit-rate.ts';

const REFRESH_MS = 5_000;
const PLACES = ['Memory', 'Redis', 'PostgreSQL', 'Nowhere'];

type Statistics = CacheStatisticsQuery['catalogCacheStats'];

/** How much of what people look at is read without PostgreSQL. */
export function AdminCachePage() {
  const { data, error, refetch } = useQuery(CACHE_STATISTICS, {
    fetchPolicy: 'cache-and-network',
    pollInterval: REFRESH_MS,
  });
  const statistics = data?.catalogCacheStats;
  if (!statistics && error) return <ErrorState error={error} onRetry={refetch} />;
  return (
    <>
      <PageHeading
        title="Product cache"
        text={statistics && `Reads since ${formatDateTime(statistics.since)}, over all replicas`}
      />
      {statistics ? (
        <CacheNumbers statistics={statistics} />
      ) : (
        <Skeleton height={320} radius="lg" />
      )}
    </>
  );
}

function CacheNumbers({ statistics }: { statistics: Statistics }) {
  const { reads, hotReads, mostRead } = statistics;
  const numbers = [
    { label: 'Hit rate', value: formatHitRate(reads.hitRate) },
    { label: 'Hit rate of the most read', value: formatHitRate(hotReads.hitRate) },
    { label: 'In memory here', value: statistics.memoryProducts.toLocaleString('en') },
    { label: 'Popularity known', value: statistics.rankedProducts.toLocaleString('en') },
    { label: 'Kept for a sale', value: statistics.soonWantedProducts.toLocaleString('en') },
  ];
  return (
    <Stack gap="lg">
      <SimpleGrid cols={{ base: 2, sm: 5 }}>
        {numbers.map(({ label, value }) => (
          <Panel key={label} aria-label={label}>
            <Text size="sm" c="dimmed">
              {label}
            </Text>
            <Text fw={700} fz="xl" style={{ fontVariantNumeric: 'tabular-nums' }}>
              {value}
            </Text>
          </Panel>
        ))}
      </SimpleGrid>
      <Panel>
        <Title order={2} size="h4" mb="sm">
          Where products were found
        </Title>
        <Table.ScrollContainer minWidth={480}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Products</Table.Th>
                {PLACES.map((place) => (
                  <Table.Th key={place} ta="right">
                    {place}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              <ReadsRow name="All" reads={reads} />
              <ReadsRow name="The most read" reads={hotReads} />
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      </Panel>
      <Panel>
        <Title order={2} size="h4" mb="sm">
          Most read
        </Title>
        {mostRead.length === 0 && <Text c="dimmed">Nothing has been read yet.</Text>}
        <List type="ordered">
          {mostRead.map(({ id, name, sku }) => (
            <List.Item key={id}>
              <Anchor component={Link} to={`/products/${id}`}>
                {name}
              </Anchor>{' '}
              <Text span size="xs" c="dimmed">
                {sku}
              </Text>
            </List.Item>
          ))}
        </List>
      </Panel>
    </Stack>
  );
}

function ReadsRow({ name, reads }: { name: string; reads: Statistics['reads'] }) {
  const { memory, redis, database, nowhere } = reads;
  return (
    <Table.Tr>
      <Table.Td>{name}</Table.Td>
      {[memory, redis, database, nowhere].map((count, column) => (
        // The columns never change their order.
        <Table.Td key={column} ta="right" style={{ fontVariantNumeric: 'tabular-nums' }}>
          {count.toLocaleString('en')}
        </Table.Td>
      ))}
    </Table.Tr>
  );
}
