import { Group, Select, Switch, Tabs } from '@mantine/core';
import type {
  GameModesQuery,
  LeaderboardWindow,
  Region,
} from '#schema/operations/generated/graphql.ts';
import { REGION_OPTIONS, WINDOW_LABELS } from '../../../shared/games/game-labels.ts';
import type { BoardChoice } from './board-choice.ts';

type BoardFiltersProps = {
  choice: BoardChoice;
  modes: GameModesQuery['gameModes'];
  modeId: string;
  isSignedIn: boolean;
  onChange: (change: Partial<BoardChoice>) => void;
};

export function BoardFilters({ choice, modes, modeId, isSignedIn, onChange }: BoardFiltersProps) {
  return (
    <>
      <Tabs
        value={choice.window}
        onChange={(window) => onChange({ window: (window ?? 'ALL_TIME') as LeaderboardWindow })}
        mb="sm"
      >
        <Tabs.List aria-label="Over which time">
          {Object.entries(WINDOW_LABELS).map(([window, label]) => (
            <Tabs.Tab key={window} value={window}>
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      <Group gap="sm" mb="sm">
        <Select
          aria-label="Mode"
          allowDeselect={false}
          w={200}
          data={modes.map(({ id, name }) => ({ value: id, label: name }))}
          value={modeId}
          onChange={(mode) => onChange({ modeId: mode ?? undefined })}
        />
        <Select
          aria-label="Region"
          placeholder="All regions"
          clearable
          w={180}
          data={REGION_OPTIONS}
          value={choice.region ?? null}
          onChange={(region) => onChange({ region: (region ?? undefined) as Region | undefined })}
        />
        {isSignedIn && (
          <Switch
            label="Friends only"
            checked={choice.friendsOnly}
            onChange={(event) => onChange({ friendsOnly: event.currentTarget.checked })}
          />
        )}
      </Group>
    </>
  );
}
