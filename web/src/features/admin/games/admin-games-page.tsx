import { Tabs } from '@mantine/core';
import { useLive } from '../../../shared/live/live-context.tsx';
import { LiveMark } from '../../../shared/live/live-mark.tsx';
import { PageHeading } from '../../../shared/ui/page-heading.tsx';
import { ActivityPanel } from './activity-panel.tsx';
import { AdjustmentsPanel } from './adjustments-panel.tsx';
import { EventsPanel } from './events-panel.tsx';
import { SeasonsPanel } from './seasons-panel.tsx';

export function AdminGamesPage() {
  const { phase } = useLive();
  return (
    <>
      <PageHeading title="Games">
        <LiveMark isLive={phase === 'live'} />
      </PageHeading>
      <ActivityPanel />
      <Tabs defaultValue="events" keepMounted={false} mt="md">
        <Tabs.List aria-label="Administration of games" mb="md">
          <Tabs.Tab value="events">Events</Tabs.Tab>
          <Tabs.Tab value="adjustments">Adjustments</Tabs.Tab>
          <Tabs.Tab value="seasons">Seasons</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="events">
          <EventsPanel />
        </Tabs.Panel>
        <Tabs.Panel value="adjustments">
          <AdjustmentsPanel />
        </Tabs.Panel>
        <Tabs.Panel value="seasons">
          <SeasonsPanel />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
