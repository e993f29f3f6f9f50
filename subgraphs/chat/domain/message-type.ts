export const MESSAGE_TYPES = ['TEXT', 'IMAGE', 'VIDEO'] as const;
export type MessageType = (typeof MESSAGE_TYPES)[number];
