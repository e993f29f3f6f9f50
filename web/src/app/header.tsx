import { Box, Burger, Container, Drawer, Group, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link, NavLink } from 'react-router';
import { CartButton } from '../features/cart/cart-button.tsx';
import { ChatButton } from '../features/chat/chat-button.tsx';
import { NotificationBell } from '../features/notifications/notification-bell.tsx';
import { useIsAdmin, useViewer } from '../shared/session/session-context.tsx';
import { AccountMenu } from './account-menu.tsx';
import { ColorSchemeToggle } from './color-scheme-toggle.tsx';
import classes from './header.module.css';
import { Logo } from './logo.tsx';

export function Header() {
  const viewer = useViewer();
  const isAdmin = useIsAdmin();
  const [isOpen, { toggle, close }] = useDisclosure(false);
  const links = [
    { to: '/', label: 'Shop' },
    { to: '/games', label: 'Games' },
    ...(viewer ? [{ to: '/orders', label: 'My orders' }] : []),
    ...(viewer ? [{ to: '/chat', label: 'Chat' }] : []),
    ...(isAdmin ? [{ to: '/admin/orders', label: 'Admin' }] : []),
  ];
  const navigation = links.map(({ to, label }) => (
    <NavLink key={to} to={to} end={to === '/'} className={classes['link'] ?? ''} onClick={close}>
      {label}
    </NavLink>
  ));

  return (
    <Box component="header" className={classes['header']}>
      <Container size="xl" h="100%">
        <Group h="100%" justify="space-between" wrap="nowrap" gap="xs">
          <Group gap="lg" wrap="nowrap">
            <Burger
              opened={isOpen}
              onClick={toggle}
              hiddenFrom="sm"
              size="sm"
              aria-label={isOpen ? 'Close the menu' : 'Open the menu'}
            />
            <Link to="/" className={classes['brand']} aria-label="Plaza, to the shop">
              <Logo />
              <span>Plaza</span>
            </Link>
            <Group component="nav" aria-label="Main" gap={4} visibleFrom="sm">
              {navigation}
            </Group>
          </Group>
          <Group gap={4} wrap="nowrap">
            <ColorSchemeToggle />
            {viewer && <ChatButton />}
            {viewer && <NotificationBell />}
            <CartButton />
            <AccountMenu />
          </Group>
        </Group>
      </Container>
      <Drawer opened={isOpen} onClose={close} size="75%" title="Menu" hiddenFrom="sm">
        <Stack component="nav" aria-label="Main" gap="xs">
          {navigation}
        </Stack>
      </Drawer>
    </Box>
  );
}
