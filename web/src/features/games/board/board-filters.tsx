import { Group, Select, Switch, Tabs } from '@mantine/core';
import type {
  BoardEventFragment,
  GameModesQuery,
  LeaderboardWindow,
  Region,
} from '#schema/operations/generated/graphql.ts';
import { REGION_OPTIONS, WINDOW_LABELS } from '../../../shared/games/game-labels.ts';
import type { BoardChoice } from './board-choice.ts';
import classes from './board-filters.module.css';
import { EventSelect } from './event-select.tsx';
import { PeriodPicker } from './period-picker.tsx';

type BoardFiltersProps = {
  choice: BoardChoice;
  modes: GameModesQuery['gameModes'];
  modeId: string;
  events: readonly BoardEventFragment[];
  isSignedIn: boolean;
  onChange: (change: Partial<BoardChoice>) => void;
};

/** Which board: an event's has a time of its own, and is of all regions. */
export function BoardFilters(props: BoardFiltersProps) {
  const { choice, modes, modeId, events, isSignedIn, onChange } = props;
  const { window, period, region, friendsOnly, eventId } = choice;
  const isEvent = eventId !== undefined;
  return (
    <>
      <Tabs
        value={isEvent ? null : window}
        onChange={(chosen) =>
          onChange({
            window: (chosen ?? 'ALL_TIME') as LeaderboardWindow,
            period: undefined,
            eventId: undefined,
          })
        }
        mb="sm"
      >
        <Tabs.List aria-label="Over which time" className={classes['tabs'] ?? ''}>
          {Object.entries(WINDOW_LABELS).map(([value, label]) => (
            <Tabs.Tab key={value} value={value}>
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      <Group gap="sm" mb="sm" className={classes['filters'] ?? ''}>
        <Select
          aria-label="Mode"
          allowDeselect={false}
          w={190}
          data={modes.map(({ id, name }) => ({ value: id, label: name }))}
          value={modeId}
          // An event is of one mode.
          onChange={(mode) => onChange({ modeId: mode ?? undefined, eventId: undefined })}
        />
        {!isEvent && window !== 'ALL_TIME' && (
          <PeriodPicker
            window={window}
            period={period}
            onChange={(chosen) => onChange({ period: chosen })}
          />
        )}
        {!isEvent && (
          <Select
            aria-label="Region"
            placeholder="All regions"
            clearable
            w={170}
            data={REGION_OPTIONS}
            value={region ?? null}
            onChange={(chosen) => onChange({ region: (chosen ?? undefined) as Region | undefined })}
          />
        )}
        <EventSelect
          events={events}
          eventId={eventId}
          onChange={(id) => onChange({ eventId: id })}
        />
        {!isEvent && isSignedIn && (
          <Switch
            label="Friends only"
            checked={friendsOnly}
            onChange={(event) => onChange({ friendsOnly: event.currentTarget.checked })}
          />
        )}
      </Group>
    </>
  );
}
