import { ActionIcon, Indicator } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

/** A way to what waits to be read, with how much that is. */
export function UnreadButton(props: {
  to: string;
  /** What waits, for those who do not see the icon: "Messages". */
  name: string;
  unread: number;
  children: ReactNode;
}) {
  const { to, name, unread, children } = props;
  return (
    <Indicator
      label={unread > 99 ? '99+' : unread}
      disabled={unread === 0}
      size={18}
      offset={6}
      color="red.8"
    >
      <ActionIcon
        component={Link}
        to={to}
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={`${name}, ${unread} unread`}
      >
        {children}
      </ActionIcon>
    </Indicator>
  );
}
