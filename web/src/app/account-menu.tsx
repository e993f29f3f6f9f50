import { useMutation, useQuery } from '@apollo/client/react';
import { IconBell, IconLogout, IconReceipt, IconUser } from '@tabler/icons-react';
import { ActionIcon, Button, Menu } from '@mantine/core';
import { Link, useLocation, useNavigate } from 'react-router';
import { graphql } from '#schema/operations/generated/gql.ts';
import { PersonAvatar } from '../shared/ui/person-avatar.tsx';
import { useSession, useSessionStore } from '../shared/session/session-context.tsx';

const LOGOUT = graphql(`
  mutation Logout($input: LogoutInput!) {
    logout(input: $input)
  }
`);

const MY_PICTURE = graphql(`
  query MyPicture {
    me {
      id
      avatarUrl
    }
  }
`);

export function AccountMenu() {
  const session = useSession();
  const { data } = useQuery(MY_PICTURE, { skip: !session });
  const store = useSessionStore();
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const [logout] = useMutation(LOGOUT, { errorPolicy: 'all' });

  if (!session) {
    return (
      <Button component={Link} to="/sign-in" state={{ from: pathname + search }} size="sm" ml={4}>
        Sign in
      </Button>
    );
  }

  async function signOut(refreshToken: string): Promise<void> {
    await navigate('/');
    store.end();
    // The browser has forgotten the session; if the server cannot be reached, its tokens expire by themselves.
    await logout({ variables: { input: { refreshToken } } });
  }

  const { user, refreshToken } = session;
  return (
    <Menu position="bottom-end" width={200}>
      <Menu.Target>
        <ActionIcon variant="transparent" size="xl" aria-label={`Account of ${user.name}`}>
          <PersonAvatar
            person={{ name: user.name, avatarUrl: data?.me?.avatarUrl ?? null }}
            size={34}
          />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{user.name}</Menu.Label>
        <Menu.Item
          component={Link}
          to="/orders"
          leftSection={<IconReceipt size={16} aria-hidden />}
        >
          My orders
        </Menu.Item>
        <Menu.Item
          component={Link}
          to="/notifications"
          leftSection={<IconBell size={16} aria-hidden />}
        >
          Notifications
        </Menu.Item>
        <Menu.Item component={Link} to="/account" leftSection={<IconUser size={16} aria-hidden />}>
          Account
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconLogout size={16} aria-hidden />}
          onClick={() => void signOut(refreshToken)}
        >
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
