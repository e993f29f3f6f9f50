import { OperationTypeNode, type ExecutionResult } from 'graphql';
import type { OperationRequest, PreparedOperation } from '../execution/operation.ts';
import type { MaskError } from '../http/mask-errors.ts';
import type { Member } from './group.ts';
import { maskFailure, maskResult } from './mask-result.ts';
import type { OperationPayload } from './messages.ts';
import { SharedEvent } from './shared-event.ts';
import type { SubscriptionGroups } from './subscription-groups.ts';

/** Who asks, and from where. */
export interface OperationCaller extends Pick<
  OperationRequest,
  'viewer' | 'headers' | 'requestId'
> {
  address: string;
}

/** An operation that may run, and what it runs with. */
export interface AdmittedOperation {
  operation: PreparedOperation;
  variables: OperationRequest['variables'];
  /** Of what it is a part of, where that is traced. */
  traceparent?: string | undefined;
  /** Runs it, when it is not a subscription. */
  execute: (request: Omit<OperationRequest, 'variables'>) => Promise<ExecutionResult>;
}

/** Rejects with errors for the client when the operation may not run. */
export type AdmitOperation = (
  payload: OperationPayload,
  caller: OperationCaller,
) => Promise<AdmittedOperation>;

export interface StartOptions {
  admit: AdmitOperation;
  groups: SubscriptionGroups;
  maskError: MaskError;
}

/** A member whose operation may be over before it has started. */
export interface StartingMember extends Member {
  isOver: () => boolean;
  /** Takes what stops the operation. */
  started: (stop: () => void) => void;
}

/** Runs an operation for one member, a subscription as part of its group. What goes wrong is told to the member. */
export type StartOperation = (
  payload: OperationPayload,
  caller: OperationCaller,
  member: StartingMember,
) => Promise<void>;

export function createStartOperation({ admit, groups, maskError }: StartOptions): StartOperation {
  return async (payload, caller, member) => {
    try {
      const admitted = await admit(payload, caller);
      if (member.isOver()) return;
      const { operation, variables, traceparent } = admitted;
      if (operation.operation.operation === OperationTypeNode.SUBSCRIPTION) {
        member.started(groups.join(operation, { ...caller, variables, traceparent }, member));
      } else {
        await runOnce(admitted, caller, member);
      }
    } catch (error) {
      member.fail(maskFailure(error, maskError));
    }
  };

  async function runOnce(
    { execute }: AdmittedOperation,
    { viewer, headers, requestId }: OperationCaller,
    member: StartingMember,
  ): Promise<void> {
    const stop = new AbortController();
    member.started(() => stop.abort());
    const { signal } = stop;
    const request = { viewer, requestId, ...(headers !== undefined && { headers }), signal };
    const result = await execute(request);
    member.next(new SharedEvent(maskResult(result, maskError)));
    member.complete();
  }
}
