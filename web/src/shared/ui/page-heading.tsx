import { Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

type PageHeadingProps = { title: string; text?: string | undefined; children?: ReactNode };

/** The one first-level heading of a page, and the title of the tab. */
export function PageHeading({ title, text, children }: PageHeadingProps) {
  return (
    <Group justify="space-between" align="flex-end" mb="lg">
      <title>{`${title} · Plaza`}</title>
      <Stack gap={4}>
        <Title order={1} size="h2">
          {title}
        </Title>
        {text !== undefined && <Text c="dimmed">{text}</Text>}
      </Stack>
      {children}
    </Group>
  );
}
