import { existsSync, readFileSync } from 'node:fs';
import { buildSchema, isInterfaceType, isObjectType } from 'graphql';

// Holds docs/requirements.md to its own rules: known words, and files and schema fields that exist. --counts shows how far it is.
const FILE = 'docs/requirements.md';
const ID = /^[BCPQLOX]\d\.\d+$/;
const KINDS = new Set([
  'F',
  'API',
  'S',
  'R',
  'K',
  'SC',
  'D',
  'LD',
  'AD',
  'AI',
  'UI',
  'J',
  'N',
  'DOC',
  'T',
]);
const STATES = new Set(['done', 'partly', 'open']);
const CELLS = 7;
const SCHEMA = 'schema/api.graphql';

const schemaNames = namesOf(SCHEMA);

const mistakes: string[] = [];
const counts = new Map<string, number>();
const seen = new Set<string>();

for (const [index, line] of readFileSync(FILE, 'utf8').split('\n').entries()) {
  const cells = line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
  const [id = '', kind = '', , , state = '', where = '', proof = ''] = cells;
  if (!line.startsWith('|') || id === 'id' || id === '---') continue;

  const found = [
    ...(cells.length === CELLS ? [] : [`has ${cells.length} cells: expected ${CELLS}`]),
    ...(ID.test(id) ? [] : ['is no id']),
    ...(seen.has(id) ? ['is there twice'] : []),
    ...(KINDS.has(kind)
      ? []
      : [`has the kind "${kind}": expected one of ${[...KINDS].join(', ')}`]),
    ...(STATES.has(state)
      ? []
      : [`has the state "${state}": expected one of ${[...STATES].join(', ')}`]),
    ...(state === 'open' || (pathsOf(where).length > 0 && pathsOf(proof).length > 0)
      ? []
      : [`is ${state}: expected files in where and in proof`]),
    ...[...pathsOf(where), ...pathsOf(proof)]
      .filter((path) => !schemaNames.has(path) && !existsSync(path))
      .map((path) => `names ${path}, which does not exist`),
  ];
  mistakes.push(...found.map((mistake) => `${FILE}:${index + 1} ${id} ${mistake}`));
  seen.add(id);
  counts.set(state, (counts.get(state) ?? 0) + 1);
}

if (seen.size === 0) mistakes.push(`${FILE} has no requirements`);
if (process.argv.includes('--counts')) console.log(Object.fromEntries(counts));
for (const mistake of mistakes) console.error(mistake);
if (mistakes.length > 0) process.exitCode = 1;

/** Types, fields, and fields with their type in front. */
function namesOf(file: string): Set<string> {
  const names = new Set<string>();
  for (const type of Object.values(buildSchema(readFileSync(file, 'utf8')).getTypeMap())) {
    names.add(type.name);
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.keys(type.getFields()))
      names.add(field).add(`${type.name}.${field}`);
  }
  return names;
}

/** In these columns words in backticks are files, folders, or names of the schema. */
function pathsOf(cell: string): string[] {
  return Array.from(cell.matchAll(/`([^`]+)`/g), ([, path]) => path ?? '');
}
