import { IconLock } from '@tabler/icons-react';
import { Container } from '@mantine/core';
import { Navigate, Outlet, useLocation } from 'react-router';
import { useIsAdmin, useSession } from '../shared/session/session-context.tsx';
import { EmptyState } from '../shared/ui/empty-state.tsx';
import { AdminTabs } from './admin-tabs.tsx';

export function RequireAdmin() {
  const location = useLocation();
  const session = useSession();
  const isAdmin = useIsAdmin();
  if (!session) return <Navigate to="/sign-in" replace state={{ from: location.pathname }} />;
  if (!isAdmin) {
    return (
      <EmptyState
        icon={IconLock}
        title="This part is for administrators"
        text="You are signed in with an account that may not open it."
      />
    );
  }
  return (
    <Container size="xl" px={0}>
      <AdminTabs />
      <Outlet />
    </Container>
  );
}
