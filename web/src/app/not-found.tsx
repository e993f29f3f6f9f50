import { IconMapSearch } from '@tabler/icons-react';
import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { EmptyState } from '../shared/ui/empty-state.tsx';

export function NotFound() {
  return (
    <EmptyState
      icon={IconMapSearch}
      title="There is nothing here"
      text="The page may have moved, or the address has a typing error."
      action={
        <Button component={Link} to="/">
          Back to the shop
        </Button>
      }
    />
  );
}
