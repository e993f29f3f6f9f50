import { IconCloudOff } from '@tabler/icons-react';
import { Button, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { describeProblem } from '../graphql/errors.ts';

type ErrorStateProps = { error: unknown; onRetry: () => unknown };

/** A page or list that could not be loaded. */
export function ErrorState({ error, onRetry }: ErrorStateProps) {
  const { title, detail } = describeProblem(error);
  return (
    <Stack align="center" gap="sm" py={64} px="md" ta="center" role="alert">
      <ThemeIcon size={72} radius="xl" variant="light" color="red">
        <IconCloudOff size={36} stroke={1.5} aria-hidden />
      </ThemeIcon>
      <Title order={2} size="h3" mt="sm">
        {title}
      </Title>
      <Text c="dimmed" maw={440}>
        {detail}
      </Text>
      <Button variant="default" onClick={() => void onRetry()}>
        Try again
      </Button>
    </Stack>
  );
}
