import { z } from 'zod';

/**
 * Messages of the protocol graphql-transport-ws
 * (https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md), as clients send them.
 */
export type ClientMessage = z.infer<typeof clientMessage>;

/** The id of an operation is written into each of its messages. */
const MAX_ID_CHARACTERS = 200;

const id = z.string().min(1).max(MAX_ID_CHARACTERS);
const object = z.record(z.string(), z.unknown()).nullish();

const payload = z.object({
  operationName: z.string().nullish(),
  // Absent when the hash of a registered operation is in the extensions.
  query: z.string().nullish(),
  variables: object,
  extensions: object,
});

/** What a client asks to run. */
export type OperationPayload = z.infer<typeof payload>;

const clientMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('connection_init'), payload: object }),
  z.object({ type: z.literal('ping'), payload: object }),
  z.object({ type: z.literal('pong'), payload: object }),
  z.object({
    type: z.literal('subscribe'),
    id,
    payload,
  }),
  z.object({ type: z.literal('complete'), id }),
]);

/** Undefined when it is not a message of the protocol. */
export function parseMessage(text: string): ClientMessage | undefined {
  try {
    return clientMessage.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** A GraphQL request as a body; undefined when it is not one. */
export function parsePayload(text: string): OperationPayload | undefined {
  try {
    return payload.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Close codes of the protocol, and of WebSocket (RFC 6455, section 7.4) where it has none of its own. */
export const CLOSE = {
  goingAway: 1001,
  tryAgainLater: 1013,
  badRequest: 4400,
  unauthorized: 4401,
  forbidden: 4403,
  subprotocolNotAcceptable: 4406,
  initialisationTimeout: 4408,
  subscriberAlreadyExists: 4409,
  tooManyInitialisationRequests: 4429,
  internalServerError: 4500,
} as const;
