import { integer } from '#platform/config/settings.ts';

export const chatSettings = {
  CHAT_MESSAGES_PER_MINUTE: integer(
    'how many messages a user may send a minute',
    { min: 1, max: 1_000_000 },
    { default: '120' },
  ),
};
