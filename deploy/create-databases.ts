import { subgraphSettings } from '../platform/config/platform-settings.ts';
import { readSettings } from '../platform/config/settings.ts';
import { ensureDatabases } from '../host/postgres/ensure-databases.ts';
import { subgraphNames } from './subgraph-names.ts';

// Creates the database of each subgraph on the server of DATABASE_URL, where it is missing.
const settings = readSettings(subgraphSettings, process.env);
const names = subgraphNames().map((name) => `${settings.DATABASE_PREFIX}${name}`);
await ensureDatabases(settings.DATABASE_URL, names);
console.log(`there are ${names.join(', ')}`);
