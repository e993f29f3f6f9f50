import { useQuery } from '@apollo/client/react';
import { IconBolt } from '@tabler/icons-react';
import { Badge, Group, SimpleGrid, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { SaleCountdown } from '../../shared/flash-sales/sale-countdown.tsx';
import { SALE_STATUS } from '../../shared/flash-sales/sale-status.ts';
import { MoneyText } from '../../shared/ui/money-text.tsx';
import { ProductPicture } from '../../shared/ui/product-picture.tsx';
import { FLASH_SALES } from './flash-operations.ts';
import classes from './flash-strip.module.css';

/** Sales that run or are to come; nothing where there are none. */
export function FlashStrip() {
  const { data } = useQuery(FLASH_SALES, { fetchPolicy: 'cache-and-network' });
  const sales = data?.flashSales.edges.map(({ node }) => node) ?? [];
  if (sales.length === 0) return null;
  return (
    <section className={classes['strip']} aria-labelledby="flash-sales">
      <Group gap="xs" mb="sm">
        <IconBolt size={22} aria-hidden />
        <Title order={2} size="h3" id="flash-sales">
          Flash sales
        </Title>
      </Group>
      <SimpleGrid component="ul" cols={{ base: 1, xs: 2, md: 3 }} className={classes['list'] ?? ''}>
        {sales.map((sale) => (
          <li key={sale.id} className={classes['sale']}>
            <div className={classes['picture']}>
              <ProductPicture src={sale.product.imageUrl} />
            </div>
            <div className={classes['text']}>
              <Badge color={SALE_STATUS[sale.status].color} variant="light">
                {SALE_STATUS[sale.status].label}
              </Badge>
              <Link to={`/flash-sales/${sale.id}`} className={classes['name']}>
                {sale.product.name}
              </Link>
              <Group gap="xs">
                <Text fw={700}>
                  <MoneyText money={sale.price} />
                </Text>
                <Text size="sm" c="dimmed" td="line-through">
                  <MoneyText money={sale.product.price} />
                </Text>
              </Group>
              <SaleCountdown sale={sale} size="sm" c="dimmed" />
            </div>
          </li>
        ))}
      </SimpleGrid>
    </section>
  );
}
