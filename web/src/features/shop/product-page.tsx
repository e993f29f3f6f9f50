import { useQuery } from '@apollo/client/react';
import { IconArrowLeft, IconMoodEmpty } from '@tabler/icons-react';
import { Anchor, Button, SimpleGrid, Skeleton, Stack } from '@mantine/core';
import { Link, useParams } from 'react-router';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { ErrorState } from '../../shared/ui/error-state.tsx';
import { ProductPicture } from '../../shared/ui/product-picture.tsx';
import { ProductDetails } from './product-details.tsx';
import classes from './product-page.module.css';
import { PRODUCT } from './shop-operations.ts';

export function ProductPage() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(PRODUCT, { variables: { id } });
  if (!data) return error ? <ErrorState error={error} onRetry={refetch} /> : <ProductSkeleton />;

  const { product } = data;
  if (!product) {
    return (
      <EmptyState
        icon={IconMoodEmpty}
        title="We do not sell this any more"
        text="The product was taken out of the shop, or never existed."
        action={
          <Button component={Link} to="/">
            See what else there is
          </Button>
        }
      />
    );
  }
  return (
    <>
      <title>{`${product.name} · Plaza`}</title>
      <Anchor
        component={Link}
        to={`/?category=${product.category.slug}`}
        className={classes['back'] ?? ''}
      >
        <IconArrowLeft size={18} aria-hidden /> {product.category.name}
      </Anchor>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing={{ base: 'lg', md: 48 }} mt="md">
        <div className={classes['picture']}>
          <ProductPicture src={product.imageUrl} alt={product.name} isFirstScreen />
        </div>
        <ProductDetails key={product.id} product={product} />
      </SimpleGrid>
    </>
  );
}

function ProductSkeleton() {
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing={{ base: 'lg', md: 48 }} mt={40} aria-busy>
      <Skeleton style={{ aspectRatio: '1' }} radius="lg" />
      <Stack>
        <Skeleton height={40} />
        <Skeleton height={28} width="30%" />
        <Skeleton height={120} />
      </Stack>
    </SimpleGrid>
  );
}
