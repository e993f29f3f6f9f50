import { useMutation } from '@apollo/client/react';
import { IconPlus } from '@tabler/icons-react';
import { Badge, Button, Group, Modal, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { SavedAddressFragment } from '#schema/operations/generated/graphql.ts';
import { AddressText } from '../../shared/address/address-text.tsx';
import { Panel } from '../../shared/ui/panel.tsx';
import { ProblemAlert } from '../../shared/ui/problem-alert.tsx';
import { ACCOUNT, REMOVE_ADDRESS } from './account-operations.ts';
import { AddressForm } from './address-form.tsx';

type Editing = { address: SavedAddressFragment | undefined };

export function Addresses({ addresses }: { addresses: readonly SavedAddressFragment[] }) {
  const [editing, setEditing] = useState<Editing>();
  const close = () => setEditing(undefined);
  const [removeAddress, { error }] = useMutation(REMOVE_ADDRESS, {
    errorPolicy: 'all',
    refetchQueries: [ACCOUNT],
  });
  return (
    <Panel>
      <Group justify="space-between" mb="md">
        <Title order={2} size="h4">
          Addresses
        </Title>
        <Button
          variant="light"
          size="xs"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => setEditing({ address: undefined })}
        >
          Add address
        </Button>
      </Group>
      <Stack>
        <ProblemAlert error={error} />
        {addresses.length === 0 && (
          <Text c="dimmed">No addresses yet. Add one, and checkout is a click shorter.</Text>
        )}
        {addresses.map((address) => (
          <Group key={address.id} justify="space-between" align="flex-start" wrap="nowrap">
            <div>
              <AddressText address={address} />
              {address.isDefault && (
                <Badge variant="light" mt={4} tt="none">
                  Offered first
                </Badge>
              )}
            </div>
            <Group gap={4}>
              <Button
                variant="subtle"
                size="compact-sm"
                aria-label={`Edit the address ${address.line1}`}
                onClick={() => setEditing({ address })}
              >
                Edit
              </Button>
              <Button
                variant="subtle"
                color="red"
                size="compact-sm"
                aria-label={`Remove the address ${address.line1}`}
                onClick={() => void removeAddress({ variables: { id: address.id } })}
              >
                Remove
              </Button>
            </Group>
          </Group>
        ))}
      </Stack>
      <Modal
        opened={editing !== undefined}
        onClose={close}
        title={editing?.address ? 'Edit address' : 'Add address'}
        size="lg"
      >
        <AddressForm key={editing?.address?.id} address={editing?.address} onSaved={close} />
      </Modal>
    </Panel>
  );
}
