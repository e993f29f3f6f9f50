import { useQuery } from '@apollo/client/react';
import { IconSpeakerphone } from '@tabler/icons-react';
import { Button, Drawer, Skeleton, Table } from '@mantine/core';
import { useEffect, useState } from 'react';
import { EmptyState } from '../../../shared/ui/empty-state.tsx';
import { ErrorState } from '../../../shared/ui/error-state.tsx';
import { LoadMore } from '../../../shared/ui/load-more.tsx';
import { PageHeading } from '../../../shared/ui/page-heading.tsx';
import { Panel } from '../../../shared/ui/panel.tsx';
import { useNextPage } from '../../../shared/ui/use-next-page.ts';
import { CAMPAIGNS } from './campaign-operations.ts';
import { CampaignRow } from './campaign-row.tsx';
import { StartCampaignForm } from './start-campaign-form.tsx';

/** A campaign that runs reaches more people all the time. */
const REFRESH_MS = 3_000;

export function AdminCampaignsPage() {
  const [isStarting, setIsStarting] = useState(false);
  const { data, error, refetch, fetchMore, startPolling, stopPolling } = useQuery(CAMPAIGNS, {
    fetchPolicy: 'cache-and-network',
  });
  const campaigns = data?.campaigns;
  const nextPage = useNextPage(campaigns?.pageInfo, fetchMore);
  const isRunning = campaigns?.edges.some(({ node }) => node.state === 'RUNNING') === true;
  useEffect(() => {
    if (!isRunning) return undefined;
    startPolling(REFRESH_MS);
    return stopPolling;
  }, [isRunning, startPolling, stopPolling]);

  return (
    <>
      <PageHeading title="Campaigns" text="Offers to many people, behind everything else">
        <Button
          leftSection={<IconSpeakerphone size={18} aria-hidden />}
          onClick={() => setIsStarting(true)}
        >
          New campaign
        </Button>
      </PageHeading>
      {!campaigns && error && <ErrorState error={error} onRetry={refetch} />}
      {!campaigns && !error && <Skeleton height={320} radius="lg" />}
      {campaigns?.edges.length === 0 && (
        <EmptyState
          icon={IconSpeakerphone}
          title="No campaigns"
          text="Nobody has been written to yet."
        />
      )}
      {campaigns && campaigns.edges.length > 0 && (
        <>
          <Panel p={0} aria-label="Campaigns">
            <Table.ScrollContainer minWidth={880}>
              <Table verticalSpacing="xs" horizontalSpacing="md" highlightOnHover>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>Message</Table.Th>
                    <Table.Th>To</Table.Th>
                    <Table.Th>State</Table.Th>
                    <Table.Th ta="right">Reached</Table.Th>
                    <Table.Th>Started</Table.Th>
                    <Table.Th aria-label="Actions" />
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {campaigns.edges.map(({ node }) => (
                    <CampaignRow key={node.id} campaign={node} />
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          </Panel>
          <LoadMore {...nextPage} />
        </>
      )}
      <Drawer
        opened={isStarting}
        onClose={() => setIsStarting(false)}
        position="right"
        title="New campaign"
      >
        <StartCampaignForm
          onDone={() => {
            setIsStarting(false);
            void refetch();
          }}
        />
      </Drawer>
    </>
  );
}
