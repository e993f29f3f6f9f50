import { useSubscription } from '@apollo/client/react';
import { Badge, Tabs } from '@mantine/core';
import { useSearchParams } from 'react-router';
import { useLive } from '../../../shared/live/live-context.tsx';
import { LiveMark } from '../../../shared/live/live-mark.tsx';
import { PageHeading } from '../../../shared/ui/page-heading.tsx';
import { ActivityPanel } from './activity-panel.tsx';
import { AdjustmentsPanel } from './adjustments-panel.tsx';
import { EventsPanel } from './events-panel.tsx';
import { FlagsPanel } from './flags-panel.tsx';
import { GAME_ACTIVITY_CHANGED } from './game-admin-operations.ts';
import { ScoresPanel } from './scores-panel.tsx';
import { SeasonsPanel } from './seasons-panel.tsx';

const TABS = new Set(['events', 'flags', 'adjustments', 'seasons', 'scores']);

export function AdminGamesPage() {
  const { phase } = useLive();
  const [parameters, setParameters] = useSearchParams();
  const asked = parameters.get('tab') ?? '';
  // It begins with the present state.
  const { data, error } = useSubscription(GAME_ACTIVITY_CHANGED, { fetchPolicy: 'no-cache' });
  const activity = data?.gameActivityChanged;
  const openFlags = activity?.openFlags;
  return (
    <>
      <PageHeading title="Games">
        <LiveMark isLive={phase === 'live'} />
      </PageHeading>
      <ActivityPanel activity={activity} error={error} />
      <Tabs
        value={TABS.has(asked) ? asked : 'events'}
        onChange={(tab) =>
          setParameters(tab ? { tab } : {}, { replace: true, preventScrollReset: true })
        }
        keepMounted={false}
        mt="md"
      >
        <Tabs.List aria-label="Administration of games" mb="md">
          <Tabs.Tab value="events">Events</Tabs.Tab>
          <Tabs.Tab
            value="flags"
            rightSection={
              openFlags !== undefined &&
              openFlags > 0 && (
                <Badge size="sm" color="red" aria-label={`${openFlags} open`}>
                  {openFlags.toLocaleString('en')}
                </Badge>
              )
            }
          >
            Flags
          </Tabs.Tab>
          <Tabs.Tab value="adjustments">Adjustments</Tabs.Tab>
          <Tabs.Tab value="seasons">Seasons</Tabs.Tab>
          <Tabs.Tab value="scores">Scores</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="events">
          <EventsPanel />
        </Tabs.Panel>
        <Tabs.Panel value="flags">
          <FlagsPanel openFlags={openFlags} />
        </Tabs.Panel>
        <Tabs.Panel value="adjustments">
          <AdjustmentsPanel />
        </Tabs.Panel>
        <Tabs.Panel value="seasons">
          <SeasonsPanel />
        </Tabs.Panel>
        <Tabs.Panel value="scores">
          <ScoresPanel />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
