const shared = {
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '\\.ts$': '<rootDir>/tools/strip-types.cjs' },
  modulePathIgnorePatterns: ['<rootDir>/.plaza', '<rootDir>/web/dist'],
};

/** One project a tier; `npm test` runs them in this order. */
export default {
  projects: [
    { ...shared, displayName: 'unit', testRegex: '(?<!\\.(int|graph|e2e))\\.test\\.ts$' },
    { ...shared, displayName: 'int', testRegex: '\\.int\\.test\\.ts$' },
    { ...shared, displayName: 'graph', testRegex: '\\.graph\\.test\\.ts$' },
    { ...shared, displayName: 'browser', testRegex: '\\.e2e\\.test\\.ts$' },
  ],
};
