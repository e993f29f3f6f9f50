import { Paper, type PaperProps } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './panel.module.css';

type PanelProps = PaperProps & { children: ReactNode; 'aria-label'?: string };

/** A raised sheet that groups what belongs together. */
export function Panel({ children, className = '', ...rest }: PanelProps) {
  return (
    <Paper
      component="section"
      p="lg"
      radius="lg"
      {...rest}
      className={`${classes['panel']} ${className}`}
    >
      {children}
    </Paper>
  );
}
