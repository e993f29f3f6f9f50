import { readFileSync, writeFileSync } from 'node:fs';
import { gatewaySettings } from '../gateway/settings.ts';
import { hostSettings } from '../host/settings.ts';
import { platformSettings, subgraphSettings } from '../platform/config/platform-settings.ts';
import { describeSettings, DEVELOPMENT_MARK } from '../platform/config/settings.ts';
import { accountsSettings } from '../subgraphs/accounts/settings.ts';
import { catalogSettings } from '../subgraphs/catalog/settings.ts';
import { chatSettings } from '../subgraphs/chat/settings.ts';
import { gamesSettings } from '../subgraphs/games/settings.ts';
import { inventorySettings } from '../subgraphs/inventory/settings.ts';
import { ordersSettings } from '../subgraphs/orders/settings.ts';

// Writes docs/settings.md, the one table of every setting; with --check it only compares.
const FILE = 'docs/settings.md';

const parts = {
  'Every process': platformSettings,
  Gateway: gatewaySettings,
  'Every subgraph': subgraphSettings,
  Accounts: accountsSettings,
  Catalog: catalogSettings,
  Chat: chatSettings,
  Games: gamesSettings,
  Inventory: inventorySettings,
  Orders: ordersSettings,
  'All in one (`npm start`)': hostSettings,
};

const sections = Object.entries(parts).map(
  ([name, table]) => `## ${name}\n\n${describeSettings(table)}\n`,
);
const content = [
  '# Settings\n',
  'Environment variables; an empty one counts as not set. All mistakes are printed together at start.',
  'A secret `NAME` may be in a file instead: `NAME_FILE` says which. `PLAZA_ENV=production` refuses secrets that',
  `contain \`${DEVELOPMENT_MARK}\`. This file is written by \`node tools/settings-table.ts\`.\n`,
  ...sections,
].join('\n');

if (!process.argv.includes('--check')) writeFileSync(FILE, content);
else if (readFileSync(FILE, 'utf8') !== content) {
  console.error(`${FILE} is not what the settings say: run node tools/settings-table.ts`);
  process.exitCode = 1;
}
