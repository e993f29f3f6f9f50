import type { PrepareOperation } from '../execution/prepare-operation.ts';
import type { Documents } from '../operations/documents.ts';
import type { Supergraph } from './supergraph.ts';

/** A supergraph with all that is made from it: replaced as a whole, so that no request sees two. */
export interface ServedGraph {
  supergraph: Supergraph;
  prepare: PrepareOperation;
  documents: Documents;
  /** Called when its last request has ended, or does not end in time. */
  stop: () => Promise<void>;
}
