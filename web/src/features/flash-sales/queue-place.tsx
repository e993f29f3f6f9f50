import { useSubscription } from '@apollo/client/react';
import { Alert, Loader, Text } from '@mantine/core';
import { formatCountdown } from '../../shared/flash-sales/countdown.ts';
import { ProblemAlert } from '../../shared/ui/problem-alert.tsx';
import { QUEUE_POSITION_CHANGED } from './flash-operations.ts';
import type { FlashOutcome } from './use-flash-purchase.ts';

type Place = Extract<FlashOutcome, { __typename: 'QueuePlace' }>;

type QueuePlaceProps = { place: Place; onEnd: (outcome: FlashOutcome) => void };

/** Where one stands in the queue, live, until there is an order, or none. */
export function QueuePlace({ place, onEnd }: QueuePlaceProps) {
  const { data, error } = useSubscription(QUEUE_POSITION_CHANGED, {
    variables: { id: place.id },
    onData: ({ data: { data: event } }) => {
      if (event && event.queuePositionChanged.__typename !== 'QueuePlace') {
        onEnd(event.queuePositionChanged);
      }
    },
  });
  const latest = data?.queuePositionChanged;
  const { position, estimatedWaitMs } = latest?.__typename === 'QueuePlace' ? latest : place;
  return (
    <>
      <Alert role="status" title={`Number ${position} in the queue`} icon={<Loader size="xs" />}>
        <Text size="sm">
          Your units are set aside. About {formatCountdown(estimatedWaitMs)} to go; the order is
          placed by itself.
        </Text>
      </Alert>
      <ProblemAlert error={error} />
    </>
  );
}
