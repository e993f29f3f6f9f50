import { readFileSync } from 'node:fs';

/** The file behind it, for whoever asks whether a schema is up to date. */
export const MESSAGE_DESK_FILE = new URL('message-desk.graphql', import.meta.url);

/** The part of a subgraph's schema that shows its messages to administrators. */
export function messageDeskSchema(subgraph: string): string {
  return readFileSync(MESSAGE_DESK_FILE, 'utf8')
    .replaceAll('subgraphMessages', `${subgraph}Messages`)
    .replaceAll('SubgraphDeadLetters', `${capitalized(subgraph)}DeadLetters`)
    .replaceAll(/(that|of) subgraph\b/g, `$1 ${subgraph}`);
}

export const redriveField = (subgraph: string) => `redrive${capitalized(subgraph)}DeadLetters`;
export const discardField = (subgraph: string) => `discard${capitalized(subgraph)}DeadLetters`;

function capitalized(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
