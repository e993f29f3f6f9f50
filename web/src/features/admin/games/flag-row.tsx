import { Anchor, Badge, Checkbox, Progress, Table, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { AdminCheatFlagFragment } from '#schema/operations/generated/graphql.ts';
import { formatRelative } from '../../../shared/format/date.ts';
import { describeReasons } from './flag-labels.ts';

const PERCENT = 100;
const SECONDS_A_MINUTE = 60;

type FlagRowProps = {
  flag: AdminCheatFlagFragment;
  isChosen: boolean;
  /** Undefined where there is nothing to decide any more. */
  onChoose: ((isChosen: boolean) => void) | undefined;
};

export function FlagRow({ flag, isChosen, onChoose }: FlagRowProps) {
  const { player, mode, submission, suspicion, reasons, zScore } = flag;
  const percent = Math.round(PERCENT * suspicion);
  return (
    <Table.Tr>
      <Table.Td>
        {onChoose && (
          <Checkbox
            aria-label={`Choose the game of ${player.username}`}
            checked={isChosen}
            onChange={(event) => onChoose(event.currentTarget.checked)}
          />
        )}
      </Table.Td>
      <Table.Td>
        <Text size="sm" fw={600} style={{ fontVariantNumeric: 'tabular-nums' }}>
          {percent} %
        </Text>
        <Progress value={percent} color={percent >= 80 ? 'red' : 'orange'} size="xs" w={64} />
      </Table.Td>
      <Table.Td>
        <Text size="sm" fw={600}>
          {player.username}
        </Text>
        <Anchor component={Link} to={`/games?mode=${mode.id}`} size="xs">
          {mode.name}
        </Anchor>
      </Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>
        {submission ? <Game submission={submission} /> : 'Not stored yet'}
      </Table.Td>
      <Table.Td>{describeReasons(reasons, zScore)}</Table.Td>
      <Table.Td>
        {flag.reviewedAt == null ? (
          formatRelative(flag.createdAt)
        ) : (
          <>
            {formatRelative(flag.reviewedAt)} by {flag.reviewedBy?.name ?? 'somebody'}
            {flag.note && (
              <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                {flag.note}
              </Text>
            )}
          </>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

function Game({
  submission: { score, durationSeconds, status },
}: {
  submission: NonNullable<AdminCheatFlagFragment['submission']>;
}) {
  return (
    <>
      <Text size="sm">{score.toLocaleString('en')} points</Text>
      <Text size="xs" c="dimmed">
        in {Math.round(durationSeconds / SECONDS_A_MINUTE)} minutes
      </Text>
      {status === 'REMOVED' && (
        <Badge variant="light" color="red" size="sm">
          Removed
        </Badge>
      )}
    </>
  );
}
