import {
  IconBoxSeam,
  IconCircleCheck,
  IconCreditCard,
  IconHomeCheck,
  IconReceipt,
  IconTruckDelivery,
  IconX,
  type Icon,
} from '@tabler/icons-react';
import { Text, Timeline } from '@mantine/core';
import { formatDateTime, formatTime } from '../format/date.ts';
import type { OrderStatus } from './order-status.ts';
import { orderSteps, type OrderStep, type TimelineEntry } from './order-steps.ts';
import classes from './order-timeline.module.css';

const ICONS: Record<OrderStatus, Icon> = {
  PENDING: IconReceipt,
  AWAITING_PAYMENT: IconCreditCard,
  CONFIRMED: IconCircleCheck,
  PROCESSING: IconBoxSeam,
  SHIPPED: IconTruckDelivery,
  DELIVERED: IconHomeCheck,
  CANCELLED: IconX,
};

type OrderTimelineProps = { status: OrderStatus; timeline: readonly TimelineEntry[] };

export function OrderTimeline({ status, timeline }: OrderTimelineProps) {
  const steps = orderSteps(status, timeline);
  const reached = steps.filter(({ state }) => state !== 'ahead').length;
  return (
    <Timeline active={reached - 1} bulletSize={34} lineWidth={3} aria-label="Order timeline">
      {steps.map((step) => (
        <Timeline.Item
          key={step.status}
          bullet={<StepIcon step={step} />}
          title={step.label}
          {...(step.state === 'stopped' && { color: 'red' })}
          className={classes['step'] ?? ''}
          data-state={step.state}
          aria-current={step.state === 'current' ? 'step' : undefined}
        >
          {step.messages.map((message) => (
            <Text key={message} size="sm">
              {message}
            </Text>
          ))}
          {step.at !== undefined && (
            <Text size="xs" c="dimmed" title={formatDateTime(step.at)}>
              <time dateTime={step.at}>{formatTime(step.at)}</time>
            </Text>
          )}
        </Timeline.Item>
      ))}
    </Timeline>
  );
}

function StepIcon({ step }: { step: OrderStep }) {
  const StatusIcon = ICONS[step.status];
  return <StatusIcon size={18} aria-hidden />;
}
