import { useQuery } from '@apollo/client/react';
import { IconFlag } from '@tabler/icons-react';
import { Checkbox, SegmentedControl, Skeleton, Table } from '@mantine/core';
import { useEffect, useEffectEvent, useState } from 'react';
import type { CheatFlagStatus } from '#schema/operations/generated/graphql.ts';
import { EmptyState } from '../../../shared/ui/empty-state.tsx';
import { ErrorState } from '../../../shared/ui/error-state.tsx';
import { LoadMore } from '../../../shared/ui/load-more.tsx';
import { Panel } from '../../../shared/ui/panel.tsx';
import { useNextPage } from '../../../shared/ui/use-next-page.ts';
import { DecisionBar } from './decision-bar.tsx';
import { FLAG_STATUS_LABELS } from './flag-labels.ts';
import { CHEAT_FLAGS } from './flag-operations.ts';
import { FlagRow } from './flag-row.tsx';

/** The graph takes no more decisions at once. */
const MAX_CHOSEN = 100;
const PAGE_FLAGS = 25;

/** Games that look as if they had not been played, the most suspicious first. */
export function FlagsPanel({ openFlags }: { openFlags: number | undefined }) {
  const [status, setStatus] = useState<CheatFlagStatus>('OPEN');
  const [chosenIds, setChosenIds] = useState<ReadonlySet<string>>(new Set());
  const { data, error, refetch, fetchMore } = useQuery(CHEAT_FLAGS, {
    variables: { status },
    fetchPolicy: 'cache-and-network',
  });
  const page = data?.cheatFlags;
  const nextPage = useNextPage(page?.pageInfo, fetchMore);
  const isOpen = status === 'OPEN';
  const flags = (page?.edges ?? []).map(({ node }) => node);
  const chosen = flags.filter(({ id }) => chosenIds.has(id)).slice(0, MAX_CHOSEN);

  const readAgain = () => void refetch().catch(() => undefined);
  // Others decide and games are flagged meanwhile: their number is told live. Nothing moves under somebody who chooses or has
  // scrolled on.
  const follow = useEffectEvent(() => {
    if (chosenIds.size === 0 && flags.length <= PAGE_FLAGS) readAgain();
  });
  useEffect(() => {
    if (openFlags !== undefined) follow();
  }, [openFlags]);

  function choose(ids: readonly string[], isChosen: boolean): void {
    setChosenIds((before) => {
      const next = new Set(before);
      for (const id of ids) {
        if (isChosen) next.add(id);
        else next.delete(id);
      }
      return next;
    });
  }

  function show(next: CheatFlagStatus): void {
    setStatus(next);
    setChosenIds(new Set());
  }

  return (
    <>
      <SegmentedControl
        aria-label="Which flags"
        mb="sm"
        data={Object.entries(FLAG_STATUS_LABELS).map(([value, label]) => ({ value, label }))}
        value={status}
        onChange={(value) => show(value as CheatFlagStatus)}
      />
      {!page && error && <ErrorState error={error} onRetry={refetch} />}
      {!page && !error && <Skeleton height={240} radius="lg" />}
      {page && flags.length === 0 && (
        <EmptyState
          icon={IconFlag}
          title={isOpen ? 'Nothing to decide' : 'None'}
          text="Games that look as if they had not been played appear here."
        />
      )}
      {flags.length > 0 && (
        <>
          {isOpen && (
            <DecisionBar
              flags={chosen}
              onDone={() => {
                setChosenIds(new Set());
                readAgain();
              }}
            />
          )}
          <Panel p={0} aria-label="Flagged games">
            <Table.ScrollContainer minWidth={820}>
              <Table verticalSpacing="xs" horizontalSpacing="md">
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th w={40}>
                      {isOpen && (
                        <Checkbox
                          aria-label="Choose all that are shown"
                          checked={chosen.length === flags.length}
                          indeterminate={chosen.length > 0 && chosen.length < flags.length}
                          onChange={(event) =>
                            choose(
                              flags.map(({ id }) => id),
                              event.currentTarget.checked,
                            )
                          }
                        />
                      )}
                    </Table.Th>
                    <Table.Th>Suspicion</Table.Th>
                    <Table.Th>Player</Table.Th>
                    <Table.Th>Game</Table.Th>
                    <Table.Th>What looks wrong</Table.Th>
                    <Table.Th>{isOpen ? 'Flagged' : 'Decided'}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {flags.map((flag) => (
                    <FlagRow
                      key={flag.id}
                      flag={flag}
                      isChosen={chosenIds.has(flag.id)}
                      onChoose={
                        flag.status === 'OPEN'
                          ? (isChosen) => choose([flag.id], isChosen)
                          : undefined
                      }
                    />
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          </Panel>
          <LoadMore {...nextPage} />
        </>
      )}
    </>
  );
}
