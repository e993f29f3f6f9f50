import type { Icon } from '@tabler/icons-react';
import { Stack, Text, ThemeIcon, Title } from '@mantine/core';
import type { ReactNode } from 'react';

type EmptyStateProps = { icon: Icon; title: string; text: string; action?: ReactNode };

/** A page or list with nothing in it: says why, and where to go from here. */
export function EmptyState({ icon: StateIcon, title, text, action }: EmptyStateProps) {
  return (
    <Stack align="center" gap="sm" py={64} px="md" ta="center">
      <ThemeIcon size={72} radius="xl" variant="light">
        <StateIcon size={36} stroke={1.5} aria-hidden />
      </ThemeIcon>
      <Title order={2} size="h3" mt="sm">
        {title}
      </Title>
      <Text c="dimmed" maw={440}>
        {text}
      </Text>
      {action}
    </Stack>
  );
}
