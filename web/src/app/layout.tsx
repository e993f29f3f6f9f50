import { Anchor, Container, Group, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { Outlet, ScrollRestoration, useLocation, useNavigation } from 'react-router';
import { Header } from './header.tsx';
import classes from './layout.module.css';
import { LiveBanner } from './live-banner.tsx';

export function Layout() {
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const isFirst = useRef(true);
  const isNavigating = useNavigation().state !== 'idle';

  // A new page starts at its beginning for keyboards and screen readers too.
  useEffect(() => {
    if (!isFirst.current) main.current?.focus({ preventScroll: true });
    isFirst.current = false;
  }, [pathname]);

  return (
    <div className={classes['page']}>
      <a href="#main" className={classes['skip']}>
        Skip to content
      </a>
      {isNavigating && (
        <div className={classes['progress']} role="progressbar" aria-label="Loading" />
      )}
      <Header />
      <LiveBanner />
      <main id="main" ref={main} tabIndex={-1}>
        <Container size="xl" py="xl">
          <Outlet />
        </Container>
      </main>
      <footer className={classes['footer']}>
        <Container size="xl">
          <Group justify="space-between">
            <Text size="sm" c="dimmed">
              Plaza is a demonstration shop: payments are simulated, parcels travel fast.
            </Text>
            <Anchor href="/explorer" size="sm">
              Explore the graph
            </Anchor>
          </Group>
        </Container>
      </footer>
      <ScrollRestoration />
    </div>
  );
}
