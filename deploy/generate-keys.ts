import { ensureKeys } from './ensure-keys.ts';

// Makes the keys of an installation at its first start, in two folders: node deploy/generate-keys.ts <signing> <shared>
const [signingDir, sharedDir] = process.argv.slice(2);
if (signingDir === undefined || sharedDir === undefined) {
  console.error('expected two folders: one for the signing key, one for what all parts share');
  process.exitCode = 1;
} else {
  const made = await ensureKeys({ signingDir, sharedDir });
  console.log(made.length === 0 ? 'the keys are there' : `made ${made.join(', ')}`);
}
