import { useState } from 'react';
import { NavigationType, useNavigationType } from 'react-router';

/**
 * How an endless list loads when its page opens: "back" shows all the pages that were loaded, so that the scroll position
 * means something; any other way begins anew.
 */
export function useListFetchPolicy(): 'cache-first' | 'cache-and-network' {
  const navigation = useNavigationType();
  const [policy] = useState<'cache-first' | 'cache-and-network'>(
    navigation === NavigationType.Pop ? 'cache-first' : 'cache-and-network',
  );
  return policy;
}
