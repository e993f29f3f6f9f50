import { useQuery } from '@apollo/client/react';
import { SimpleGrid, Skeleton } from '@mantine/core';
import { ErrorState } from '../../shared/ui/error-state.tsx';
import { PageHeading } from '../../shared/ui/page-heading.tsx';
import { ACCOUNT } from './account-operations.ts';
import { Addresses } from './addresses.tsx';
import { ProfileForm } from './profile-form.tsx';

export function AccountPage() {
  const { data, error, refetch } = useQuery(ACCOUNT);
  const me = data?.me;
  if (!me && error) return <ErrorState error={error} onRetry={refetch} />;
  return (
    <>
      <PageHeading title="Account" text={me?.email ?? undefined} />
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg" style={{ alignItems: 'start' }}>
        {me ? <ProfileForm profile={me} /> : <Skeleton height={420} radius="lg" />}
        {me ? <Addresses addresses={me.addresses} /> : <Skeleton height={260} radius="lg" />}
      </SimpleGrid>
    </>
  );
}
