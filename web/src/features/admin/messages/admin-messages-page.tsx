import { useQuery } from '@apollo/client/react';
import { IconMailCheck } from '@tabler/icons-react';
import { Button, Modal, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { EmptyState } from '../../../shared/ui/empty-state.tsx';
import { ErrorState } from '../../../shared/ui/error-state.tsx';
import { PageHeading } from '../../../shared/ui/page-heading.tsx';
import { Panel } from '../../../shared/ui/panel.tsx';
import { ProblemAlert } from '../../../shared/ui/problem-alert.tsx';
import { DeadLetterCard } from './dead-letter-card.tsx';
import { DiscardForm } from './discard-form.tsx';
import { GroupsTable } from './groups-table.tsx';
import { LocalMailbox } from './local-mailbox.tsx';
import { MESSAGES } from './message-operations.ts';
import { lettersOf, type DeadLetter } from './parts.ts';
import { useDecisions } from './use-decisions.ts';

const REFRESH_MS = 5_000;

/** How far the consumers are, what they gave up, and what went to the local mailbox. */
export function AdminMessagesPage() {
  const { data, error, refetch } = useQuery(MESSAGES, {
    fetchPolicy: 'cache-and-network',
    pollInterval: REFRESH_MS,
  });
  const { redrive, discard, redriving, discarding } = useDecisions();
  const [busyId, setBusyId] = useState<string>();
  const [discarded, setDiscarded] = useState<DeadLetter>();
  const parts = data && [
    data.accountsMessages,
    data.catalogMessages,
    data.inventoryMessages,
    data.ordersMessages,
  ];

  async function redriveOne(letter: DeadLetter): Promise<void> {
    setBusyId(letter.id);
    await redrive(letter);
    setBusyId(undefined);
  }

  async function discardOne(letter: DeadLetter, reason: string): Promise<void> {
    if (await discard(letter, reason)) setDiscarded(undefined);
  }

  if (!parts && error) return <ErrorState error={error} onRetry={refetch} />;
  const letters = lettersOf(parts ?? []);
  return (
    <>
      <PageHeading title="Messages">
        <Button variant="default" onClick={() => void refetch()}>
          Refresh
        </Button>
      </PageHeading>
      <Stack gap="lg">
        <section aria-label="Dead letters">
          <Title order={2} size="h4" mb="sm">
            Dead letters
          </Title>
          <ProblemAlert error={redriving.error} />
          {!parts && <Skeleton height={80} radius="lg" />}
          {parts && letters.length === 0 && (
            <EmptyState
              icon={IconMailCheck}
              title="No dead letters"
              text="What a part cannot handle, however often it tries, appears here with its error."
            />
          )}
          <Stack gap="sm">
            {letters.map((letter) => (
              <DeadLetterCard
                key={letter.id}
                letter={letter}
                isBusy={busyId === letter.id}
                onRedrive={() => void redriveOne(letter)}
                onDiscard={() => setDiscarded(letter)}
              />
            ))}
          </Stack>
        </section>
        <Panel>
          <Title order={2} size="h4" mb="sm">
            Consumers
          </Title>
          {parts ? <GroupsTable parts={parts} /> : <Skeleton height={240} />}
          {parts && (
            <Text size="sm" c="dimmed" mt="sm">
              Not published yet:{' '}
              {parts.map(({ name, outboxPending }) => `${name} ${outboxPending}`).join(', ')}
            </Text>
          )}
        </Panel>
        <Panel>
          <Title order={2} size="h4" mb="sm">
            Local mailbox
          </Title>
          <LocalMailbox />
        </Panel>
      </Stack>
      <Modal
        opened={discarded !== undefined}
        onClose={() => setDiscarded(undefined)}
        title="Discard this dead letter"
      >
        {discarded && (
          <DiscardForm
            letter={discarded}
            isBusy={discarding.loading}
            error={discarding.error}
            onDiscard={(reason) => void discardOne(discarded, reason)}
          />
        )}
      </Modal>
    </>
  );
}
