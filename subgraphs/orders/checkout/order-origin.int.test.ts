import { customer } from '../testing/customer.ts';
import { CLIENT_ADDRESS, orderWorld } from '../testing/order-world.ts';

test('an order keeps the address that it was placed from', async () => {
  await using world = await orderWorld();
  const ada = customer(world);
  await ada.put(world.addProduct());
  await ada.checkout();

  const from = world.database.db.selectFrom('customer_order').select('client_ip');
  expect(await from.execute()).toEqual([{ client_ip: CLIENT_ADDRESS }]);
});
