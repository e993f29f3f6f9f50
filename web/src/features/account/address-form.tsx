import { useMutation } from '@apollo/client/react';
import { Button, Checkbox, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import type { SavedAddressFragment } from '#schema/operations/generated/graphql.ts';
import {
  EMPTY_ADDRESS,
  toAddressFields,
  toAddressInput,
  validateAddress,
  type AddressFields,
} from '../../shared/address/address-fields.ts';
import { AddressFormFields } from '../../shared/address/address-form-fields.tsx';
import { ProblemAlert } from '../../shared/ui/problem-alert.tsx';
import { ACCOUNT, ADD_ADDRESS, UPDATE_ADDRESS } from './account-operations.ts';

type AddressFormProps = { address: SavedAddressFragment | undefined; onSaved: () => void };

export function AddressForm({ address, onSaved }: AddressFormProps) {
  // The whole list is fetched again: another address may have lost its place as the first.
  const options = { errorPolicy: 'all' as const, refetchQueries: [ACCOUNT] };
  const [addAddress, adding] = useMutation(ADD_ADDRESS, options);
  const [updateAddress, updating] = useMutation(UPDATE_ADDRESS, options);
  const [isDefault, setIsDefault] = useState(address?.isDefault ?? false);
  const form = useForm<AddressFields>({
    initialValues: address ? toAddressFields(address) : EMPTY_ADDRESS,
    validate: validateAddress,
    validateInputOnBlur: true,
  });

  async function save(fields: AddressFields): Promise<void> {
    const input = { ...toAddressInput(fields), isDefault };
    const { error } = address
      ? await updateAddress({ variables: { id: address.id, input } })
      : await addAddress({ variables: { input } });
    if (!error) onSaved();
  }

  return (
    <form noValidate onSubmit={form.onSubmit((fields) => void save(fields))}>
      <Stack>
        <AddressFormFields form={form} />
        <Checkbox
          label="Offer this address first"
          checked={isDefault}
          onChange={(event) => setIsDefault(event.currentTarget.checked)}
        />
        <ProblemAlert error={adding.error ?? updating.error} />
        <Button type="submit" loading={adding.loading || updating.loading}>
          Save
        </Button>
      </Stack>
    </form>
  );
}
