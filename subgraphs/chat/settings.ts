import { integer } from '#platform/config/settings.ts';
import { storageSettings } from '#platform/storage/storage-settings.ts';

export const chatSettings = {
  CHAT_MESSAGES_PER_MINUTE: integer(
    'how many messages a user may send a minute',
    { min: 1, max: 1_000_000 },
    { default: '120' },
  ),
  CHAT_PUSH_AFTER_MS: integer(
    'how long messages for somebody who is away are gathered before a push message tells of them',
    { min: 0, max: 3_600_000 },
    { default: '5000' },
  ),
  ...storageSettings,
};
