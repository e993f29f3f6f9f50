import { createBrowserRouter, type RouteObject } from 'react-router';
import { Layout } from './layout.tsx';
import { NotFound } from './not-found.tsx';
import { RequireAdmin } from './require-admin.tsx';
import { RequireSession } from './require-session.tsx';
import { RouteError } from './route-error.tsx';
import { RouteSkeleton } from './route-skeleton.tsx';

/** Each page is a chunk of its own, loaded when it is first visited. */
const shopRoutes: RouteObject[] = [
  {
    index: true,
    lazy: async () => ({ Component: (await import('./shop-front.tsx')).ShopFront }),
  },
  {
    path: 'products/:id',
    lazy: async () => ({
      Component: (await import('../features/shop/product-page.tsx')).ProductPage,
    }),
  },
  {
    path: 'flash-sales/:id',
    lazy: async () => ({
      Component: (await import('../features/flash-sales/flash-sale-page.tsx')).FlashSalePage,
    }),
  },
  {
    path: 'games',
    lazy: async () => ({
      Component: (await import('../features/games/board/leaderboards-page.tsx')).LeaderboardsPage,
    }),
  },
  {
    path: 'cart',
    lazy: async () => ({ Component: (await import('../features/cart/cart-page.tsx')).CartPage }),
  },
  {
    path: 'sign-in',
    lazy: async () => ({
      Component: (await import('../features/account/sign-in-page.tsx')).SignInPage,
    }),
  },
  {
    path: 'sign-up',
    lazy: async () => ({
      Component: (await import('../features/account/sign-up-page.tsx')).SignUpPage,
    }),
  },
];

const customerRoutes: RouteObject[] = [
  {
    path: 'checkout',
    lazy: async () => ({
      Component: (await import('../features/checkout/checkout-page.tsx')).CheckoutPage,
    }),
  },
  {
    path: 'orders',
    lazy: async () => ({
      Component: (await import('../features/orders/orders-page.tsx')).OrdersPage,
    }),
  },
  {
    path: 'orders/:id',
    lazy: async () => ({
      Component: (await import('../features/orders/order-page.tsx')).OrderPage,
    }),
  },
  {
    path: 'games/mine',
    lazy: async () => ({
      Component: (await import('../features/games/mine/my-games-page.tsx')).MyGamesPage,
    }),
  },
  {
    path: 'chat/:id?',
    lazy: async () => ({ Component: (await import('../features/chat/chat-page.tsx')).ChatPage }),
  },
  {
    path: 'account',
    lazy: async () => ({
      Component: (await import('../features/account/account-page.tsx')).AccountPage,
    }),
  },
  {
    path: 'notifications',
    lazy: async () => ({
      Component: (await import('../features/notifications/notifications-page.tsx'))
        .NotificationsPage,
    }),
  },
];

const adminRoutes: RouteObject[] = [
  {
    path: 'orders',
    lazy: async () => ({
      Component: (await import('../features/admin/orders/admin-orders-page.tsx')).AdminOrdersPage,
    }),
  },
  {
    path: 'products',
    lazy: async () => ({
      Component: (await import('../features/admin/products/admin-products-page.tsx'))
        .AdminProductsPage,
    }),
  },
  {
    path: 'flash-sales',
    lazy: async () => ({
      Component: (await import('../features/admin/flash-sales/admin-flash-sales-page.tsx'))
        .AdminFlashSalesPage,
    }),
  },
  {
    path: 'campaigns',
    lazy: async () => ({
      Component: (await import('../features/admin/campaigns/admin-campaigns-page.tsx'))
        .AdminCampaignsPage,
    }),
  },
  {
    path: 'cache',
    lazy: async () => ({
      Component: (await import('../features/admin/cache/admin-cache-page.tsx')).AdminCachePage,
    }),
  },
  {
    path: 'stock',
    lazy: async () => ({
      Component: (await import('../features/admin/stock/admin-stock-page.tsx')).AdminStockPage,
    }),
  },
  {
    path: 'games',
    lazy: async () => ({
      Component: (await import('../features/admin/games/admin-games-page.tsx')).AdminGamesPage,
    }),
  },
  {
    path: 'chat',
    lazy: async () => ({
      Component: (await import('../features/admin/chat/admin-chat-page.tsx')).AdminChatPage,
    }),
  },
  {
    path: 'messages',
    lazy: async () => ({
      Component: (await import('../features/admin/messages/admin-messages-page.tsx'))
        .AdminMessagesPage,
    }),
  },
];

export const router = createBrowserRouter([
  {
    path: '/',
    Component: Layout,
    ErrorBoundary: RouteError,
    HydrateFallback: RouteSkeleton,
    children: [
      {
        ErrorBoundary: RouteError,
        children: [
          ...shopRoutes,
          { Component: RequireSession, children: customerRoutes },
          { path: 'admin', Component: RequireAdmin, children: adminRoutes },
          { path: '*', Component: NotFound },
        ],
      },
    ],
  },
]);
