import { Select } from '@mantine/core';
import type { BoardEventFragment } from '#schema/operations/generated/graphql.ts';
import { EVENT_STATUS } from '../../../shared/games/game-labels.ts';

const GROUPS = ['RUNNING', 'SCHEDULED', 'OVER'] as const;

type EventSelectProps = {
  events: readonly BoardEventFragment[];
  eventId: string | undefined;
  onChange: (eventId: string | undefined) => void;
};

/** Events of a mode, which have boards of their own; those that were cancelled have none to see. */
export function EventSelect({ events, eventId, onChange }: EventSelectProps) {
  const data = GROUPS.map((status) => ({
    group: EVENT_STATUS[status].label,
    items: events
      .filter((event) => event.status === status)
      .map(({ id, name }) => ({ value: id, label: name })),
  })).filter(({ items }) => items.length > 0);
  if (data.length === 0 && eventId === undefined) return null;
  return (
    <Select
      aria-label="Event"
      placeholder="Events"
      clearable
      w={200}
      data={data}
      value={eventId ?? null}
      onChange={(id) => onChange(id ?? undefined)}
    />
  );
}
