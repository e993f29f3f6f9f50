import { IconBolt } from '@tabler/icons-react';
import { Badge, Button, Group, SimpleGrid, Skeleton, Stack, Text, Title } from '@mantine/core';
import { Link, useLocation, useParams } from 'react-router';
import { SaleCountdown } from '../../shared/flash-sales/sale-countdown.tsx';
import { SALE_STATUS } from '../../shared/flash-sales/sale-status.ts';
import { UnitsLeft } from '../../shared/flash-sales/units-left.tsx';
import { useLiveSale } from '../../shared/flash-sales/use-live-sale.ts';
import { useViewer } from '../../shared/session/session-context.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { ErrorState } from '../../shared/ui/error-state.tsx';
import { MoneyText } from '../../shared/ui/money-text.tsx';
import { Panel } from '../../shared/ui/panel.tsx';
import { ProductPicture } from '../../shared/ui/product-picture.tsx';
import { FlashBuyForm } from './flash-buy-form.tsx';
import classes from './flash-sale-page.module.css';

export function FlashSalePage() {
  const { id = '' } = useParams();
  const { sale, isLoading, error, refetch } = useLiveSale(id);
  const viewer = useViewer();
  const { pathname } = useLocation();

  if (error && !sale) return <ErrorState error={error} onRetry={refetch} />;
  if (!sale && isLoading) return <Skeleton height={480} radius="lg" />;
  if (!sale) {
    return (
      <EmptyState
        icon={IconBolt}
        title="There is no such sale"
        text="It may have been mistyped."
        action={
          <Button component={Link} to="/">
            To the shop
          </Button>
        }
      />
    );
  }

  const { product, price, units, unitsLeft, limitPerUser, queueLength, status } = sale;
  const state = SALE_STATUS[status];
  const isOver = status === 'ENDED' || status === 'CANCELLED';
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xl">
      <title>{`Flash sale: ${product.name} · Plaza`}</title>
      <div className={classes['picture']}>
        <ProductPicture src={product.imageUrl} isFirstScreen />
      </div>
      <Stack>
        <Group gap="xs">
          <Badge
            variant="light"
            leftSection={<IconBolt size={14} aria-hidden />}
            color={state.color}
            role="status"
          >
            {state.label}
          </Badge>
          <SaleCountdown sale={sale} />
        </Group>
        <Title order={1}>{product.name}</Title>
        <Text c="dimmed">{product.description}</Text>
        <Group gap="sm" align="baseline">
          <Text fw={700} size="xl">
            <MoneyText money={price} />
          </Text>
          <Text c="dimmed" td="line-through" aria-label="Usual price">
            <MoneyText money={product.price} />
          </Text>
        </Group>
        {!isOver && <UnitsLeft unitsLeft={unitsLeft} units={units} />}
        <Text size="sm" c="dimmed">
          {limitPerUser === 1 ? 'One a person.' : `${limitPerUser} a person at most.`}
          {queueLength > 0 && ` ${queueLength.toLocaleString('en')} people wait in the queue.`}
        </Text>
        {!isOver && (
          <Panel aria-label="Buy">
            {viewer ? (
              <FlashBuyForm saleId={id} limitPerUser={limitPerUser} isOpen={status === 'RUNNING'} />
            ) : (
              <Button component={Link} to="/sign-in" state={{ from: pathname }} size="lg" fullWidth>
                Sign in to buy
              </Button>
            )}
          </Panel>
        )}
      </Stack>
    </SimpleGrid>
  );
}
