import { IconCircleCheck, IconCircleX, IconShoppingCartPlus } from '@tabler/icons-react';
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { ProductQuery } from '#schema/operations/generated/graphql.ts';
import { useAddToCart } from '../../shared/cart/use-add-to-cart.tsx';
import { MoneyText } from '../../shared/ui/money-text.tsx';
import { QuantityInput } from '../../shared/ui/quantity-input.tsx';

/** From here on a low number is worth telling. */
const FEW_UNITS = 10;

type Product = NonNullable<ProductQuery['product']>;

export function ProductDetails({ product }: { product: Product }) {
  const { id, name, price, description, sku, stock, status } = product;
  const [quantity, setQuantity] = useState(1);
  const { add, isAdding } = useAddToCart();
  const canBuy = stock > 0 && status === 'ACTIVE';
  return (
    <Stack gap="md">
      <Title order={1}>{name}</Title>
      <Text size="xl" fw={700}>
        <MoneyText money={price} />
      </Text>
      <StockLine stock={stock} />
      <Group align="center" gap="md">
        <QuantityInput label="Quantity" value={quantity} onChange={setQuantity} />
        <Button
          size="md"
          leftSection={<IconShoppingCartPlus size={20} aria-hidden />}
          disabled={!canBuy}
          loading={isAdding}
          onClick={() => void add({ productId: id, quantity })}
        >
          Add to cart
        </Button>
      </Group>
      {canBuy && quantity > stock && (
        <Text size="sm" role="status" c="var(--plaza-accent)">
          Only {stock} left: an order for {quantity} could not be filled.
        </Text>
      )}
      <Text style={{ whiteSpace: 'pre-line' }}>{description}</Text>
      <Text size="sm" c="dimmed">
        Article number {sku}
      </Text>
    </Stack>
  );
}

function StockLine({ stock }: { stock: number }) {
  if (stock <= 0) {
    return (
      <Group gap={6} c="dimmed">
        <IconCircleX size={18} aria-hidden /> Sold out
      </Group>
    );
  }
  return (
    <Group gap={6} c={stock < FEW_UNITS ? 'var(--plaza-accent)' : 'inherit'}>
      <IconCircleCheck size={18} aria-hidden />
      {stock < FEW_UNITS ? `Only ${stock} left` : `${stock.toLocaleString('en')} in stock`}
    </Group>
  );
}
