interface Counted {
  readonly totalCount: number;
  readonly isTotalCountExact: boolean;
}

/** What has been estimated is not shown as if it had been counted. */
export function countText({ totalCount, isTotalCountExact }: Counted): string {
  const count = totalCount.toLocaleString('en');
  return isTotalCountExact ? count : `about ${count}`;
}
