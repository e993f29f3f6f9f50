import { defineSubgraph } from '#platform/subgraph/definition.ts';
import { createCarts } from './cart/carts.ts';
import { createAdmission } from './checkout/admission.ts';
import { createProductFinder } from './checkout/catalog-products.ts';
import { createCheckoutRate } from './checkout/checkout-rate.ts';
import { createCheckoutRequests } from './checkout/checkout-requests.ts';
import { checkout } from './checkout/checkout.ts';
import { createPlacementDesk } from './checkout/placement-desk.ts';
import { createContext, type Shop } from './context.ts';
import type { Tables } from './data/tables.ts';
import { createLiveConsumer } from './events/live.consumer.ts';
import { createPaymentConsumer } from './events/payment.consumer.ts';
import { createSagaConsumer, SAGA_GROUP } from './events/saga.consumer.ts';
import { createShippingConsumer } from './events/shipping.consumer.ts';
import { createOrderJobs } from './jobs/order-jobs.ts';
import { createOrderMetrics } from './metrics.ts';
import { createFlashOrders } from './flash/flash-sales.ts';
import { createCharging } from './payment/charging.ts';
import { guardProvider } from './payment/guarded-provider.ts';
import { createPaymentDesk } from './payment/payment-desk.ts';
import { giveBack, takePayment, type PaymentParts } from './payment/settle-payment.ts';
import { createSimulatedProvider } from './payment/simulated-provider.ts';
import { resolvers } from './resolvers.ts';
import { createOrderDesk } from './saga/order-desk.ts';
import { createTellSteps } from './saga/tell-steps.ts';
import { ordersSettings } from './settings.ts';
import { createGiveWay } from './shipping/give-way.ts';
import { createSimulatedCarrier } from './shipping/simulated-carrier.ts';

export const ordersSubgraph = defineSubgraph<Tables, typeof ordersSettings>({
  name: 'orders',
  directory: new URL('./', import.meta.url),
  settings: ordersSettings,

  create(parts) {
    const { settings, store, redis, live, graph, log, metrics: registry, now, newId } = parts;
    const random = Math.random;
    const metrics = createOrderMetrics(registry);
    const clock = { now, newId };
    const schedule = {
      packMs: settings.SHIP_PACK_MS,
      transitMs: settings.SHIP_TRANSIT_MS,
      failureRate: settings.SHIP_FAILURE_RATE,
    };
    const limits = {
      stallMs: settings.SAGA_STALL_MS,
      giveUpMs: settings.SAGA_GIVE_UP_MS,
      packMs: schedule.packMs,
      transitMs: schedule.transitMs,
    };
    const rules = { ...clock, limits };
    const tellSteps = createTellSteps(live, metrics);

    const provider = createSimulatedProvider({
      db: store.db,
      latencyMs: settings.PAYMENT_LATENCY_MS,
      failureRate: settings.PAYMENT_FAILURE_RATE,
      random,
      now,
    });
    const guarded = guardProvider(provider, {
      timeoutMs: settings.PAYMENT_TIMEOUT_MS,
      patienceMs: settings.PAYMENT_PATIENCE_MS,
      now,
      onAttempt: (outcome) => metrics.asked(outcome),
    });
    const carrier = createSimulatedCarrier(schedule);
    const payments: PaymentParts = {
      db: store.db,
      desk: createPaymentDesk({ store, carrier, rules, tellSteps }),
      provider: guarded,
    };
    const charging = createCharging({ charge: (cause) => takePayment(payments, cause), log });
    metrics.watchCharges(charging.underWay);

    const carts = createCarts({ store, redis, log, ...clock });
    const findProduct = createProductFinder(graph);
    const requests = createCheckoutRequests(store.db);
    const checkoutParts = {
      ...clock,
      carts,
      findProduct,
      findCard: provider.findCard,
      rate: createCheckoutRate({ redis, log, now, limit: settings.CHECKOUT_RATE }),
      admission: createAdmission({ graph, timeoutMs: settings.ADMISSION_TIMEOUT_MS, log }),
      requests,
      placeOrder: createPlacementDesk({ ...clock, carts, requests }),
      limits,
    };

    const flash = createFlashOrders({
      ...clock,
      store,
      graph,
      live,
      log,
      limits,
      findProduct,
      findCard: provider.findCard,
      drainMs: settings.FLASH_DRAIN_MS,
      onPlaced: (seconds) => metrics.placed(seconds, 'flash'),
    });

    const shop: Shop = {
      db: store.db,
      flash,
      now,
      live,
      carts,
      findProduct,
      async checkout(request) {
        const startedAt = performance.now();
        const outcome = await checkout(checkoutParts, request);
        if (outcome.kind === 'PLACED' && outcome.order !== undefined) {
          metrics.placed((performance.now() - startedAt) / 1000);
        }
        return outcome;
      },
      desk: createOrderDesk({ store, rules, metrics }),
    };

    async function findBacklog(): Promise<number> {
      const [toHandle, toPublish] = await Promise.all([
        // A broker that is away has no more to do for it.
        parts.lagOf(SAGA_GROUP).catch(() => 0),
        parts.outboxPending(),
      ]);
      return toHandle + toPublish + charging.underWay();
    }

    return {
      resolvers,
      createContext: (scope) => createContext(shop, scope),
      consumers: [
        createSagaConsumer({ store, rules, tellSteps, charging }),
        createPaymentConsumer({ charging, giveBack: (event) => giveBack(payments, event) }),
        createShippingConsumer({ store, carrier, rules, tellSteps }),
        createLiveConsumer(live, now),
      ],
      jobs: [
        ...flash.jobs,
        ...createOrderJobs({
          store,
          rules,
          parcels: { ...rules, schedule, random },
          giveWay: createGiveWay({ findBacklog, now }),
          tellSteps,
          metrics,
          log,
        }),
      ],
      stop: charging.stop,
    };
  },
});
