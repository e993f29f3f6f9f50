import { ApolloLink } from '@apollo/client';
import { Observable } from 'rxjs';

/** Requests that may wait in one lane; one more is refused, because then the server is not answering. */
export const LANE_CAPACITY = 20;

/**
 * Sends operations with the same `lane` in their context one after the other. Quick clicks on a quantity then reach the
 * server in the order they were made, and the last one decides.
 */
export function createSerialLink(): ApolloLink {
  const lanes = new Map<string, (() => void)[]>();

  function leave(lane: string): void {
    const waiting = lanes.get(lane);
    const next = waiting?.shift();
    if (next) next();
    else lanes.delete(lane);
  }

  return new ApolloLink((operation, forward) => {
    const { lane } = operation.getContext();
    if (typeof lane !== 'string') return forward(operation);
    return new Observable((observer) => {
      let stop: (() => void) | undefined;
      const start = () => {
        const subscription = forward(operation).subscribe(observer);
        stop = () => {
          subscription.unsubscribe();
          leave(lane);
        };
        if (observer.closed) stop();
      };
      const waiting = lanes.get(lane);
      if (!waiting) {
        lanes.set(lane, []);
        start();
      } else if (waiting.length >= LANE_CAPACITY) {
        observer.error(new Error('The shop is slow to answer. Wait a moment, then try again.'));
      } else {
        waiting.push(start);
        stop = () => {
          const place = waiting.indexOf(start);
          if (place >= 0) waiting.splice(place, 1);
        };
      }
      return () => stop?.();
    });
  });
}
