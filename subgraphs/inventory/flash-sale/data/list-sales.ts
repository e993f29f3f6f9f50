export interface FlashSaleConditions {
  productId?: string | undefined;
  isOver: boolean;
}
