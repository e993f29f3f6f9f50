import { Button, Code, Collapse, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { formatDateTime } from '../../../shared/format/date.ts';
import { Panel } from '../../../shared/ui/panel.tsx';
import type { DeadLetter } from './parts.ts';

type DeadLetterCardProps = {
  letter: DeadLetter;
  isBusy: boolean;
  onRedrive: () => void;
  onDiscard: () => void;
};

export function DeadLetterCard({ letter, isBusy, onRedrive, onDiscard }: DeadLetterCardProps) {
  const [isOpen, { toggle }] = useDisclosure(false);
  const { group, topic, type, key, error, attempts, event, failedAt } = letter;
  return (
    <Panel>
      <Group justify="space-between" align="flex-start" gap="sm">
        <div style={{ flex: 1, minWidth: 240 }}>
          <Text fw={700}>{type}</Text>
          <Text size="sm" c="red" style={{ overflowWrap: 'anywhere' }}>
            {error}
          </Text>
          <Text size="xs" c="dimmed" mt={4} style={{ overflowWrap: 'anywhere' }}>
            {group}, from {topic}, about {key}, {attempts} attempts,{' '}
            <time dateTime={failedAt}>{formatDateTime(failedAt)}</time>
          </Text>
        </div>
        <Group gap="xs">
          <Button variant="subtle" size="compact-sm" onClick={toggle} aria-expanded={isOpen}>
            {isOpen ? 'Hide event' : 'Show event'}
          </Button>
          <Button size="compact-sm" loading={isBusy} onClick={onRedrive}>
            Redrive
          </Button>
          <Button size="compact-sm" variant="default" disabled={isBusy} onClick={onDiscard}>
            Discard
          </Button>
        </Group>
      </Group>
      <Collapse expanded={isOpen}>
        <Code block mt="sm">
          {JSON.stringify(JSON.parse(event), null, 2)}
        </Code>
      </Collapse>
    </Panel>
  );
}
