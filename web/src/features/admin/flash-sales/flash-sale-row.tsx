import { useMutation, useSubscription } from '@apollo/client/react';
import { Anchor, Badge, Button, Table, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { notifications } from '@mantine/notifications';
import { Link } from 'react-router';
import type { AdminFlashSaleFragment } from '#schema/operations/generated/graphql.ts';
import { SaleCountdown } from '../../../shared/flash-sales/sale-countdown.tsx';
import { SALE_STATUS } from '../../../shared/flash-sales/sale-status.ts';
import { formatDateTime } from '../../../shared/format/date.ts';
import { describeProblem } from '../../../shared/graphql/errors.ts';
import { MoneyText } from '../../../shared/ui/money-text.tsx';
import { ADMIN_FLASH_SALE_UPDATED, CANCEL_FLASH_SALE } from './flash-sale-admin-operations.ts';

export function FlashSaleRow({ sale }: { sale: AdminFlashSaleFragment }) {
  const { id, product, price, status, startsAt } = sale;
  const isOver = status === 'ENDED' || status === 'CANCELLED';
  const [cancel, { loading }] = useMutation(CANCEL_FLASH_SALE, { errorPolicy: 'all' });
  useSubscription(ADMIN_FLASH_SALE_UPDATED, {
    variables: { id },
    skip: isOver,
    ignoreResults: true,
  });

  async function cancelSale(): Promise<void> {
    const { data, error } = await cancel({ variables: { input: { id } } });
    const outcome = data?.cancelFlashSale;
    if (outcome?.__typename === 'FlashSale') return;
    const message = outcome?.message ?? describeProblem(error).detail;
    notifications.show({ color: 'red', title: 'Not cancelled', message });
  }

  const ask = () =>
    modals.openConfirmModal({
      title: `Cancel the sale of ${product.name}?`,
      children: (
        <Text size="sm">
          Orders that were placed stay. The units that are left go back to the product's stock.
        </Text>
      ),
      labels: { confirm: 'Cancel the sale', cancel: 'Keep it' },
      confirmProps: { color: 'red' },
      onConfirm: () => void cancelSale(),
    });

  const numbers = [
    sale.unitsLeft,
    sale.queueLength,
    sale.unitsReserved,
    sale.unitsSold,
    sale.unitsReturned,
    sale.units,
  ];
  return (
    <Table.Tr>
      <Table.Td>
        <Anchor component={Link} to={`/flash-sales/${id}`} fw={600}>
          {product.name}
        </Anchor>
        <Text size="xs" c="dimmed">
          {product.sku}, <MoneyText money={price} />, {sale.limitPerUser} a person
        </Text>
      </Table.Td>
      <Table.Td>
        <Badge color={SALE_STATUS[status].color} variant="light">
          {SALE_STATUS[status].label}
        </Badge>
        {isOver ? (
          <Text size="xs" c="dimmed">
            began {formatDateTime(startsAt)}
          </Text>
        ) : (
          <SaleCountdown sale={sale} size="xs" c="dimmed" />
        )}
      </Table.Td>
      {numbers.map((number, column) => (
        // The columns never change their order.
        <Table.Td key={column} ta="right" style={{ fontVariantNumeric: 'tabular-nums' }}>
          {number.toLocaleString('en')}
        </Table.Td>
      ))}
      <Table.Td ta="right">
        {!isOver && (
          <Button
            variant="light"
            color="red"
            size="xs"
            loading={loading}
            aria-label={`Cancel the sale of ${product.name}`}
            onClick={ask}
          >
            Cancel
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
