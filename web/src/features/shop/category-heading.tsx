import { useQuery } from '@apollo/client/react';
import { Title } from '@mantine/core';
import { CATEGORIES } from './shop-operations.ts';

export function CategoryHeading({ slug }: { slug: string }) {
  const { data } = useQuery(CATEGORIES);
  const category = data?.categories.find((one) => one.slug === slug);
  return (
    <Title order={2} size="h3">
      {category?.name ?? 'All products'}
    </Title>
  );
}
