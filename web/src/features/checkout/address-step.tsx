import { Box, Checkbox, Radio, Stack, Title } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { CheckoutChoicesQuery } from '#schema/operations/generated/graphql.ts';
import type { AddressFields } from '../../shared/address/address-fields.ts';
import { AddressFormFields } from '../../shared/address/address-form-fields.tsx';
import { countryName } from '../../shared/address/countries.ts';
import { Panel } from '../../shared/ui/panel.tsx';
import classes from './checkout-form.module.css';
import { ChoiceLabel } from './choice-label.tsx';

type Address = NonNullable<CheckoutChoicesQuery['me']>['addresses'][number];

type AddressStepProps = {
  addresses: readonly Address[];
  /** The id of a saved address; anything else stands for the form. */
  chosen: string;
  onChoose: (id: string) => void;
  form: UseFormReturnType<AddressFields>;
  isKept: boolean;
  onKeep: (isKept: boolean) => void;
};

export function AddressStep({
  addresses,
  chosen,
  onChoose,
  form,
  isKept,
  onKeep,
}: AddressStepProps) {
  const isNew = !addresses.some(({ id }) => id === chosen);
  return (
    <Panel>
      <Title order={2} size="h4" mb="md">
        Where to?
      </Title>
      {addresses.length > 0 && (
        <Radio.Group label="Shipping address" value={chosen} onChange={onChoose}>
          <Stack gap="xs">
            {addresses.map((address) => (
              <Box key={address.id} className={classes['choice'] ?? ''}>
                <Radio
                  value={address.id}
                  label={
                    <ChoiceLabel
                      title={`${address.recipient}, ${address.line1}`}
                      text={`${address.postalCode} ${address.city}, ${countryName(address.country)}`}
                    />
                  }
                />
              </Box>
            ))}
            <Box className={classes['choice'] ?? ''}>
              <Radio value="new" label="Another address" />
            </Box>
          </Stack>
        </Radio.Group>
      )}
      {isNew && (
        <Stack gap="md" mt={addresses.length > 0 ? 'lg' : 0}>
          <AddressFormFields form={form} />
          <Checkbox
            label="Keep this address in my account"
            checked={isKept}
            onChange={(event) => onKeep(event.currentTarget.checked)}
          />
        </Stack>
      )}
    </Panel>
  );
}
