import { useMutation } from '@apollo/client/react';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import type { AdminProductFragment } from '#schema/operations/generated/graphql.ts';
import { ProblemAlert, RefusalAlert } from '../../../shared/ui/problem-alert.tsx';
import { ARCHIVE_PRODUCT, UPDATE_PRODUCT } from './admin-product-operations.ts';
import {
  toProductChange,
  toProductFields,
  validateProduct,
  type ProductFields,
} from './product-fields.ts';
import { ProductFormFields } from './product-form-fields.tsx';

type EditProductFormProps = { product: AdminProductFragment; onSaved: () => void };

/** Changes a product on the version it was opened with. If somebody else was faster, both versions are kept to choose from. */
export function EditProductForm({ product, onSaved }: EditProductFormProps) {
  const [updateProduct, updating] = useMutation(UPDATE_PRODUCT, { errorPolicy: 'all' });
  const [archiveProduct, archiving] = useMutation(ARCHIVE_PRODUCT, { errorPolicy: 'all' });
  const [version, setVersion] = useState(product.version);
  const [changed, setChanged] = useState<AdminProductFragment>();
  const form = useForm<ProductFields>({
    initialValues: toProductFields(product),
    validate: validateProduct,
    validateInputOnBlur: true,
  });

  type Change = Partial<ReturnType<typeof toProductChange>> & { status?: 'ACTIVE' };

  async function update(change: Change, base: number): Promise<void> {
    setChanged(undefined);
    const input = { id: product.id, version: base, ...change };
    const outcome = (await updateProduct({ variables: { input } })).data?.updateProduct;
    if (outcome?.__typename === 'ProductChanged') {
      setChanged(outcome.product);
      setVersion(outcome.product.version);
    }
    if (outcome?.__typename === 'Product') {
      notifications.show({ title: 'Saved', message: outcome.name });
      onSaved();
    }
  }

  async function archive(): Promise<void> {
    const { data } = await archiveProduct({ variables: { id: product.id } });
    if (!data) return;
    notifications.show({ title: 'Taken out of the shop', message: product.name });
    onSaved();
  }

  return (
    <form
      noValidate
      onSubmit={form.onSubmit((fields) => void update(toProductChange(fields), version))}
    >
      <Stack>
        <ProductFormFields form={form} isNew={false} />
        {changed && (
          <RefusalAlert title="Somebody else changed this product meanwhile">
            <Text size="sm" mb="sm">
              It is now “{changed.name}” at {(changed.price.amountCents / 100).toFixed(2)}. Save
              again to put yours in its place, or take theirs.
            </Text>
            <Button
              size="xs"
              variant="default"
              onClick={() => {
                form.setValues(toProductFields(changed));
                setChanged(undefined);
              }}
            >
              Take theirs
            </Button>
          </RefusalAlert>
        )}
        <ProblemAlert error={updating.error ?? archiving.error} />
        <Group justify="space-between">
          {product.status === 'ACTIVE' ? (
            <Button
              variant="subtle"
              color="red"
              loading={archiving.loading}
              onClick={() => void archive()}
            >
              Take out of the shop
            </Button>
          ) : (
            <Button variant="light" onClick={() => void update({ status: 'ACTIVE' }, version)}>
              Bring back
            </Button>
          )}
          <Button type="submit" loading={updating.loading}>
            Save
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
