import { IconSearch } from '@tabler/icons-react';
import { Autocomplete, Text } from '@mantine/core';
import { useState } from 'react';
import { REGION_LABELS } from './game-labels.ts';
import { useFoundPlayers } from './use-found-players.ts';
import { describeProblem } from '../graphql/errors.ts';

type PlayerSearchProps = {
  label: string;
  onPick: (player: { id: string; username: string }) => void;
};

/** Finds a player by the beginning of the name. */
export function PlayerSearch({ label, onPick }: PlayerSearchProps) {
  const [text, setText] = useState('');
  const { players, error, isNothing } = useFoundPlayers(text);

  function pick(username: string): void {
    const player = players.find((one) => one.username === username);
    if (player) onPick(player);
  }

  return (
    <Autocomplete
      aria-label={label}
      placeholder={label}
      type="search"
      leftSection={<IconSearch size={18} aria-hidden />}
      value={text}
      onChange={setText}
      onOptionSubmit={pick}
      // The server has searched already.
      filter={({ options }) => options}
      data={players.map(({ username }) => username)}
      renderOption={({ option }) => (
        <div>
          <Text size="sm" fw={600}>
            {option.value}
          </Text>
          <Text size="xs" c="dimmed">
            {regionOf(players, option.value)}
          </Text>
        </div>
      )}
      selectFirstOptionOnChange
      error={error ? describeProblem(error).detail : isNothing && 'Nobody is called so'}
    />
  );
}

function regionOf(
  players: readonly { username: string; region: keyof typeof REGION_LABELS }[],
  name: string,
): string {
  const player = players.find(({ username }) => username === name);
  return player ? REGION_LABELS[player.region] : '';
}
