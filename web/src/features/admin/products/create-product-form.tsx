import { useMutation } from '@apollo/client/react';
import { Button, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { ProblemAlert } from '../../../shared/ui/problem-alert.tsx';
import { CREATE_PRODUCT } from './admin-product-operations.ts';
import {
  EMPTY_PRODUCT,
  toProductChange,
  validateProduct,
  type ProductFields,
} from './product-fields.ts';
import { ProductFormFields } from './product-form-fields.tsx';

export function CreateProductForm({ onSaved }: { onSaved: () => void }) {
  const [createProduct, { loading, error }] = useMutation(CREATE_PRODUCT, { errorPolicy: 'all' });
  const form = useForm<ProductFields>({
    initialValues: EMPTY_PRODUCT,
    validate: validateProduct,
    validateInputOnBlur: true,
  });

  async function save(fields: ProductFields): Promise<void> {
    const input = { ...toProductChange(fields), sku: fields.sku };
    const outcome = (await createProduct({ variables: { input } })).data?.createProduct;
    if (outcome?.__typename === 'SkuTaken') form.setFieldError('sku', outcome.message);
    if (outcome?.__typename !== 'Product') return;
    notifications.show({ title: 'In the shop', message: outcome.name });
    onSaved();
  }

  return (
    <form noValidate onSubmit={form.onSubmit((fields) => void save(fields))}>
      <Stack>
        <ProductFormFields form={form} isNew />
        <ProblemAlert error={error} />
        <Button type="submit" loading={loading}>
          Create product
        </Button>
      </Stack>
    </form>
  );
}
