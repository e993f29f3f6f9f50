import { Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { AddressFields } from './address-fields.ts';
import { COUNTRIES } from './countries.ts';

/** The fields of an address, named so that browsers can fill them in. */
export function AddressFormFields({ form }: { form: UseFormReturnType<AddressFields> }) {
  return (
    <Stack gap="sm">
      <TextInput
        label="Full name"
        required
        autoComplete="name"
        {...form.getInputProps('recipient')}
      />
      <TextInput
        label="Street and number"
        required
        autoComplete="address-line1"
        {...form.getInputProps('line1')}
      />
      <TextInput
        label="Flat, floor, company"
        autoComplete="address-line2"
        {...form.getInputProps('line2')}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextInput
          label="Postal code"
          required
          autoComplete="postal-code"
          {...form.getInputProps('postalCode')}
        />
        <TextInput
          label="City"
          required
          autoComplete="address-level2"
          {...form.getInputProps('city')}
        />
        <TextInput
          label="State or region"
          autoComplete="address-level1"
          {...form.getInputProps('region')}
        />
        <Select
          label="Country"
          required
          searchable
          allowDeselect={false}
          data={COUNTRIES}
          autoComplete="country"
          {...form.getInputProps('country')}
        />
      </SimpleGrid>
    </Stack>
  );
}
