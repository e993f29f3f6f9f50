import { useMutation } from '@apollo/client/react';
import { Badge, Button, Table, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { notifications } from '@mantine/notifications';
import type { CampaignProgressFragment } from '#schema/operations/generated/graphql.ts';
import { formatDateTime } from '../../../shared/format/date.ts';
import { describeProblem } from '../../../shared/graphql/errors.ts';
import { CANCEL_CAMPAIGN } from './campaign-operations.ts';

const STATES = {
  RUNNING: { label: 'Running', color: 'blue' },
  DONE: { label: 'Done', color: 'green' },
  CANCELLED: { label: 'Cancelled', color: 'gray' },
} as const;

export function CampaignRow({ campaign }: { campaign: CampaignProgressFragment }) {
  const { id, subject, body, state, recipients, maxRecipients, createdAt, endedAt } = campaign;
  const [cancel, { loading }] = useMutation(CANCEL_CAMPAIGN, { errorPolicy: 'all' });

  async function cancelCampaign(): Promise<void> {
    const { data, error } = await cancel({ variables: { id } });
    if (data) return;
    const message = describeProblem(error).detail;
    notifications.show({ color: 'red', title: 'Not cancelled', message });
  }

  const ask = () =>
    modals.openConfirmModal({
      title: `Cancel ${subject}?`,
      children: <Text size="sm">Those who have it keep it. Nobody else is written to.</Text>,
      labels: { confirm: 'Cancel the campaign', cancel: 'Let it run' },
      confirmProps: { color: 'red' },
      onConfirm: () => void cancelCampaign(),
    });

  return (
    <Table.Tr>
      <Table.Td maw={420}>
        <Text fw={600}>{subject}</Text>
        <Text size="xs" c="dimmed" lineClamp={2}>
          {body}
        </Text>
      </Table.Td>
      <Table.Td>
        <Text size="sm">{describeSegment(campaign)}</Text>
      </Table.Td>
      <Table.Td>
        <Badge color={STATES[state].color} variant="light">
          {STATES[state].label}
        </Badge>
      </Table.Td>
      <Table.Td ta="right" style={{ fontVariantNumeric: 'tabular-nums' }}>
        {recipients.toLocaleString('en')}
        <Text size="xs" c="dimmed">
          of {maxRecipients.toLocaleString('en')} at most
        </Text>
      </Table.Td>
      <Table.Td>
        <time dateTime={createdAt}>{formatDateTime(createdAt)}</time>
        {endedAt && (
          <Text size="xs" c="dimmed">
            until <time dateTime={endedAt}>{formatDateTime(endedAt)}</time>
          </Text>
        )}
      </Table.Td>
      <Table.Td ta="right">
        {state === 'RUNNING' && (
          <Button
            variant="light"
            color="red"
            size="xs"
            loading={loading}
            aria-label={`Cancel ${subject}`}
            onClick={ask}
          >
            Cancel
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

function describeSegment(campaign: CampaignProgressFragment): string {
  const { language, registeredFrom, registeredBefore } = campaign;
  const parts = [
    language && `language ${language}`,
    registeredFrom && `registered from ${formatDateTime(registeredFrom)}`,
    registeredBefore && `registered before ${formatDateTime(registeredBefore)}`,
  ].filter((part) => typeof part === 'string');
  return parts.length === 0 ? 'everybody who wants offers' : parts.join(', ');
}
