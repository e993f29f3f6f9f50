import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { ActionIcon, Group, Select } from '@mantine/core';
import type { LeaderboardWindow } from '#schema/operations/generated/graphql.ts';
import { CURRENT_LABELS } from '../../../shared/games/game-labels.ts';
import classes from './board-filters.module.css';
import { findPastPeriod, neighbourOf, recentPeriods } from './periods.ts';

type PeriodPickerProps = {
  window: LeaderboardWindow;
  /** One that is over; without it the current one. */
  period: string | undefined;
  onChange: (period: string | undefined) => void;
};

/** Chooses among the current period of a window and those that are over. */
export function PeriodPicker({ window, period, onChange }: PeriodPickerProps) {
  const now = new Date();
  const listed = recentPeriods(window, now);
  const [current] = listed;
  const chosen = period === undefined ? undefined : findPastPeriod(window, period, now);
  const isListed = !chosen || listed.some(({ name }) => name === chosen.name);
  const options = (isListed ? listed : [...listed, chosen]).map(({ name, label }) => ({
    value: name,
    label: name === current?.name ? CURRENT_LABELS[window] : label,
  }));
  const before = neighbourOf(window, period, 'before', now);

  return (
    <Group gap={4} wrap="nowrap" className={classes['period'] ?? ''}>
      <ActionIcon
        variant="default"
        size="lg"
        aria-label="The period before"
        onClick={() => onChange(before)}
      >
        <IconChevronLeft size={18} aria-hidden />
      </ActionIcon>
      <Select
        aria-label="Period"
        allowDeselect={false}
        w={190}
        data={options}
        value={chosen?.name ?? current?.name ?? null}
        onChange={(name) => onChange(name === null || name === current?.name ? undefined : name)}
      />
      <ActionIcon
        variant="default"
        size="lg"
        aria-label="The period after"
        disabled={chosen === undefined}
        onClick={() => onChange(neighbourOf(window, period, 'after', now))}
      >
        <IconChevronRight size={18} aria-hidden />
      </ActionIcon>
    </Group>
  );
}
