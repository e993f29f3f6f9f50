import { FlashStrip } from '../features/flash-sales/flash-strip.tsx';
import { ShopPage } from '../features/shop/shop-page.tsx';

/** The shop with the sales of the hour. */
export function ShopFront() {
  return (
    <ShopPage>
      <FlashStrip />
    </ShopPage>
  );
}
