import { IconShoppingCartPlus } from '@tabler/icons-react';
import { Button, Group, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { ProductCardFragment } from '#schema/operations/generated/graphql.ts';
import { useAddToCart } from '../../shared/cart/use-add-to-cart.tsx';
import { MoneyText } from '../../shared/ui/money-text.tsx';
import { ProductPicture } from '../../shared/ui/product-picture.tsx';
import classes from './product-card.module.css';

type ProductCardProps = { product: ProductCardFragment; isFirstScreen: boolean };

export function ProductCard({ product, isFirstScreen }: ProductCardProps) {
  const { id, name, imageUrl, price, isInStock, category } = product;
  const { add, isAdding } = useAddToCart();
  return (
    <article className={classes['card']}>
      <ProductPicture src={imageUrl} isFirstScreen={isFirstScreen} />
      <div className={classes['text']}>
        <Text size="xs" c="dimmed" truncate>
          {category.name}
        </Text>
        <Link to={`/products/${id}`} className={classes['name']}>
          {name}
        </Link>
        <Group justify="space-between" mt="auto" gap={4}>
          <Text fw={700} size="lg">
            <MoneyText money={price} />
          </Text>
          <Text
            size="xs"
            fw={600}
            className={classes['stock'] ?? ''}
            data-out={!isInStock || undefined}
          >
            {isInStock ? 'In stock' : 'Sold out'}
          </Text>
        </Group>
        <Button
          className={classes['add'] ?? ''}
          variant="light"
          fullWidth
          leftSection={<IconShoppingCartPlus size={18} aria-hidden />}
          aria-label={`Add ${name} to the cart`}
          disabled={!isInStock}
          loading={isAdding}
          onClick={() => void add({ productId: id, quantity: 1 })}
        >
          Add
        </Button>
      </div>
    </article>
  );
}
