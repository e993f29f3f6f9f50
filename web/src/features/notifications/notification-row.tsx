import {
  IconArrowBackUp,
  IconCircleCheck,
  IconConfetti,
  IconDiscount,
  IconHomeCheck,
  IconMessage,
  IconSpeakerphone,
  IconTruckDelivery,
  IconX,
  type Icon,
  IconCoins,
  IconTrophy,
} from '@tabler/icons-react';
import { Anchor, Button, Group, Text, ThemeIcon } from '@mantine/core';
import { Link } from 'react-router';
import type { NotificationFieldsFragment } from '#schema/operations/generated/graphql.ts';
import { formatDateTime, formatRelative } from '../../shared/format/date.ts';
import classes from './notification-row.module.css';

const ICONS: Record<NotificationFieldsFragment['kind'], Icon> = {
  WELCOME: IconConfetti,
  ORDER_CONFIRMED: IconCircleCheck,
  ORDER_SHIPPED: IconTruckDelivery,
  ORDER_DELIVERED: IconHomeCheck,
  ORDER_CANCELLED: IconX,
  PAYMENT_REFUNDED: IconArrowBackUp,
  MESSAGES_WAITING: IconMessage,
  ANNOUNCEMENT: IconSpeakerphone,
  OFFER: IconDiscount,
  PLAYER_ACHIEVEMENT: IconTrophy,
  SEASON_REWARD: IconCoins,
};

const WAYS: Record<NotificationFieldsFragment['channel'], string> = {
  EMAIL: 'Mail',
  SMS: 'Text message',
  PUSH: 'Here',
};

/** By which way it went, and how far it has come. */
function wayOf({ channel, status, sentAt }: NotificationFieldsFragment): string {
  if (status === 'QUEUED') return `${WAYS[channel]}, on its way`;
  if (status === 'FAILED') return `${WAYS[channel]}, could not be sent`;
  return sentAt === null ? WAYS[channel] : `${WAYS[channel]}, sent ${formatDateTime(sentAt)}`;
}

type NotificationRowProps = { notification: NotificationFieldsFragment; onRead: () => void };

export function NotificationRow({ notification, onRead }: NotificationRowProps) {
  const { kind, subject, body, orderId, createdAt, readAt } = notification;
  const KindIcon = ICONS[kind];
  return (
    <li className={classes['row']} data-unread={!readAt || undefined} data-kind={kind}>
      <ThemeIcon
        variant="light"
        size={40}
        radius="xl"
        color={kind === 'ORDER_CANCELLED' ? 'red' : 'plaza'}
      >
        <KindIcon size={20} aria-hidden />
      </ThemeIcon>
      <div className={classes['text']}>
        <Text fw={readAt ? 500 : 700}>{subject}</Text>
        <Text size="sm" style={{ whiteSpace: 'pre-line' }}>
          {body}
        </Text>
        <Group gap="md" mt={4}>
          <Text size="xs" c="dimmed" title={formatDateTime(createdAt)}>
            <time dateTime={createdAt}>{formatRelative(createdAt)}</time>
          </Text>
          <Text size="xs" c={notification.status === 'FAILED' ? 'red' : 'dimmed'}>
            {wayOf(notification)}
          </Text>
          {orderId && (
            <Anchor component={Link} to={`/orders/${orderId}`} size="sm">
              See the order
            </Anchor>
          )}
          {!readAt && (
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={onRead}
              aria-label={`Mark as read: ${subject}`}
            >
              Mark as read
            </Button>
          )}
        </Group>
      </div>
    </li>
  );
}
