import { IconTrash } from '@tabler/icons-react';
import { ActionIcon, Anchor, Badge, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { CartFieldsFragment } from '#schema/operations/generated/graphql.ts';
import { MoneyText } from '../../shared/ui/money-text.tsx';
import { Panel } from '../../shared/ui/panel.tsx';
import { ProductPicture } from '../../shared/ui/product-picture.tsx';
import { QuantityInput } from '../../shared/ui/quantity-input.tsx';
import classes from './cart-lines.module.css';

type Line = CartFieldsFragment['lines'][number];
type SetQuantity = (productId: string, quantity: number) => Promise<void>;
type CartLinesProps = { lines: readonly Line[]; setQuantity: SetQuantity };

export function CartLines({ lines, setQuantity }: CartLinesProps) {
  return (
    <Panel p="xs" aria-label="Products in your cart">
      <ul className={classes['lines']}>
        {lines.map((line) => (
          <CartLine key={line.product.id} line={line} setQuantity={setQuantity} />
        ))}
      </ul>
    </Panel>
  );
}

function CartLine({ line, setQuantity }: { line: Line; setQuantity: SetQuantity }) {
  const { product, quantity, unitPrice, lineTotal } = line;
  return (
    <li className={classes['line']} data-unavailable={!unitPrice || undefined}>
      <Link to={`/products/${product.id}`} className={classes['picture']} tabIndex={-1} aria-hidden>
        <ProductPicture src={product.imageUrl} isFirstScreen />
      </Link>
      <div className={classes['name']}>
        <Anchor component={Link} to={`/products/${product.id}`} c="inherit" fw={600}>
          {product.name}
        </Anchor>
        {unitPrice ? (
          <Text size="sm" c="dimmed">
            <MoneyText money={unitPrice} /> each
          </Text>
        ) : (
          <Badge color="red" variant="light" tt="none">
            No longer available
          </Badge>
        )}
        {unitPrice && product.stock < quantity && (
          <Text size="sm" c="var(--plaza-accent)">
            {product.stock === 0 ? 'Sold out at the moment' : `Only ${product.stock} left`}
          </Text>
        )}
      </div>
      <div className={classes['quantity']}>
        {unitPrice && (
          <QuantityInput
            label={`Quantity of ${product.name}`}
            value={quantity}
            onChange={(units) => void setQuantity(product.id, units)}
          />
        )}
      </div>
      <Text fw={700} className={classes['total'] ?? ''}>
        {lineTotal && <MoneyText money={lineTotal} />}
      </Text>
      <ActionIcon
        className={classes['remove'] ?? ''}
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={`Remove ${product.name}`}
        onClick={() => void setQuantity(product.id, 0)}
      >
        <IconTrash size={18} aria-hidden />
      </ActionIcon>
    </li>
  );
}
