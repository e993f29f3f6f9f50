import { IconAdjustmentsHorizontal, IconSearch } from '@tabler/icons-react';
import {
  ActionIcon,
  Button,
  Collapse,
  Group,
  Indicator,
  Select,
  Stack,
  TextInput,
} from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useViewer } from '../../../shared/session/session-context.tsx';
import { useTalkView } from '../talk/talk-context.tsx';
import { countNarrowings, NO_NARROWING, type Narrowing } from './search-filter.ts';

const TYPES = [
  { value: 'TEXT', label: 'Words' },
  { value: 'IMAGE', label: 'Pictures' },
  { value: 'VIDEO', label: 'Films' },
];
/** People that are shown at once; the rest is found by typing. */
const MAX_SHOWN = 50;

type SearchBoxProps = {
  words: string;
  onWords: (words: string) => void;
  narrowing: Narrowing;
  onNarrow: (narrowing: Narrowing) => void;
};

/** What to look for in messages: words, and who, what and when. */
export function SearchBox({ words, onWords, narrowing, onNarrow }: SearchBoxProps) {
  const viewer = useViewer();
  const { conversations } = useTalkView();
  const [isOpen, { toggle }] = useDisclosure(false);
  const chosen = countNarrowings(narrowing);
  const people = [
    { value: viewer?.id ?? '', label: 'You' },
    ...conversations.map(({ other }) => ({ value: other.id, label: other.name })),
  ];
  const change = (part: Partial<Narrowing>) => onNarrow({ ...narrowing, ...part });
  return (
    <Stack gap="xs" m="sm" role="search">
      <Group gap="xs" wrap="nowrap">
        <TextInput
          type="search"
          flex={1}
          aria-label="Search messages"
          placeholder="Search messages"
          leftSection={<IconSearch size={16} aria-hidden />}
          value={words}
          maxLength={200}
          onChange={(event) => onWords(event.currentTarget.value)}
        />
        <Indicator label={chosen} disabled={chosen === 0} size={16} offset={4}>
          <ActionIcon
            variant={isOpen ? 'light' : 'default'}
            size="input-sm"
            aria-label={chosen > 0 ? `Filters, ${chosen} set` : 'Filters'}
            aria-expanded={isOpen}
            onClick={toggle}
          >
            <IconAdjustmentsHorizontal size={18} aria-hidden />
          </ActionIcon>
        </Indicator>
      </Group>
      <Collapse expanded={isOpen}>
        <Stack gap="xs">
          <Group gap="xs" grow>
            <Select
              size="xs"
              label="From"
              placeholder="Anybody"
              data={people}
              value={narrowing.senderId}
              onChange={(senderId) => change({ senderId })}
              limit={MAX_SHOWN}
              searchable
              clearable
            />
            <Select
              size="xs"
              label="What"
              placeholder="Anything"
              data={TYPES}
              value={narrowing.type}
              onChange={(type) => change({ type: type as Narrowing['type'] })}
              clearable
            />
          </Group>
          <Group gap="xs" grow>
            <TextInput
              size="xs"
              type="date"
              label="First day"
              value={narrowing.firstDay}
              max={narrowing.lastDay}
              onChange={(event) => change({ firstDay: event.currentTarget.value })}
            />
            <TextInput
              size="xs"
              type="date"
              label="Last day"
              value={narrowing.lastDay}
              min={narrowing.firstDay}
              onChange={(event) => change({ lastDay: event.currentTarget.value })}
            />
          </Group>
          {chosen > 0 && (
            <Button size="compact-xs" variant="subtle" onClick={() => onNarrow(NO_NARROWING)}>
              Take the filters off
            </Button>
          )}
        </Stack>
      </Collapse>
    </Stack>
  );
}
