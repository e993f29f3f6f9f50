import { IconAlertTriangle } from '@tabler/icons-react';
import { Alert } from '@mantine/core';
import type { ReactNode } from 'react';
import { describeProblem } from '../graphql/errors.ts';

/** Says next to a form why it was not done; what was entered stays. */
export function ProblemAlert({ error }: { error: unknown }) {
  if (error === undefined || error === null) return null;
  const { title, detail } = describeProblem(error);
  return <RefusalAlert title={title}>{detail}</RefusalAlert>;
}

type RefusalAlertProps = { title: string; children: ReactNode };

/** An answer that is a "no" with a reason. */
export function RefusalAlert({ title, children }: RefusalAlertProps) {
  return (
    <Alert role="alert" color="red" title={title} icon={<IconAlertTriangle aria-hidden />}>
      {children}
    </Alert>
  );
}
