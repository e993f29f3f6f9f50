import { Container, Skeleton, Stack } from '@mantine/core';

/** What stands in for a page while its code loads for the first time. */
export function RouteSkeleton() {
  return (
    <Container size="xl" py="xl" aria-busy>
      <Stack>
        <Skeleton height={36} width="40%" />
        <Skeleton height={240} />
      </Stack>
    </Container>
  );
}
