import { Box, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Panel } from '../../shared/ui/panel.tsx';

type EntryPanelProps = { title: string; text: string | undefined; children: ReactNode };

export function EntryPanel({ title, text, children }: EntryPanelProps) {
  return (
    <Box maw={420} mx="auto" mt={{ base: 0, sm: 'xl' }}>
      <title>{`${title} · Plaza`}</title>
      <Panel p={{ base: 'lg', sm: 'xl' }} aria-label={title}>
        <Title order={1} size="h2" ta="center" mb="xs">
          {title}
        </Title>
        <Text c="dimmed" ta="center" mb="lg">
          {text}
        </Text>
        {children}
      </Panel>
    </Box>
  );
}
