import { useQuery } from '@apollo/client/react';
import { Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { ProblemAlert } from '../../../shared/ui/problem-alert.tsx';
import { CATEGORY_CHOICES } from './admin-product-operations.ts';
import type { ProductFields } from './product-fields.ts';

type ProductFormFieldsProps = { form: UseFormReturnType<ProductFields>; isNew: boolean };

export function ProductFormFields({ form, isNew }: ProductFormFieldsProps) {
  const { data, error } = useQuery(CATEGORY_CHOICES);
  const categories = data?.categories.map(({ slug, name }) => ({ value: slug, label: name })) ?? [];
  return (
    <Stack gap="sm">
      <TextInput
        label="Article number"
        description={isNew ? 'It cannot be changed later' : undefined}
        required={isNew}
        readOnly={!isNew}
        variant={isNew ? 'default' : 'filled'}
        {...form.getInputProps('sku')}
      />
      <TextInput label="Name" required {...form.getInputProps('name')} />
      <SimpleGrid cols={2} spacing="sm">
        <TextInput
          label="Price"
          required
          inputMode="decimal"
          leftSection="$"
          {...form.getInputProps('price')}
        />
        <Select
          label="Category"
          required
          searchable
          allowDeselect={false}
          data={categories}
          {...form.getInputProps('category')}
        />
      </SimpleGrid>
      <ProblemAlert error={error} />
      <Textarea
        label="Description"
        autosize
        minRows={4}
        maxRows={14}
        {...form.getInputProps('description')}
      />
      <TextInput
        label="Picture"
        description="A path that starts with /media/; empty for the category's picture"
        {...form.getInputProps('imageUrl')}
      />
    </Stack>
  );
}
