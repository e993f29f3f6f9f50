// Plain JavaScript: runs on Node 20 before anything is installed.
import { lstatSync } from 'node:fs';

/**
 * Throws where the packages are a link to those of another checkout: `npm ci` empties the folder behind the link
 * first, under the feet of whoever runs from there.
 */
export function requireOwnPackages(folder) {
  if (lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink() !== true) return;
  throw new Error(
    `${folder} is a link, and what it leads to does not fit package-lock.json. Expected a folder of this checkout's own: remove the link and start again.`,
  );
}
