import createClient from "openapi-fetch";
import type { paths } from "./order.js";

declare const process: { argv: string[] };
const [address, token] = process.argv.slice(2) as [string, string];
const client = createClient<paths>({ baseUrl: address, headers: { Authorization: `Bearer ${token}` } });

const price = { amountMinor: 2900, currency: "PLN" };
const placed = await client.POST("/api/v1/orders", {
  params: { header: { "Idempotency-Key": crypto.randomUUID() } },
  body: {
    customer: { name: "Maja Novak", email: "maja.novak@example.org", language: "sl" },
    payment: "ON_PICKUP",
    pickupPoint: "WAW-01",
    lines: [{ sku: "PHONE-S5", name: "Phone S5", quantity: 1, unitPrice: price }],
    total: price,
  },
});
if (!placed.data) throw new Error(placed.error.detail);
const journey: string = placed.data.order.journeyId;
const card = await client.GET("/api/v1/journeys/{journey}", { params: { path: { journey } } });
if (!card.data) throw new Error(card.error.detail);
console.log(`${card.data.orderNumber} ${card.data.stage} ${card.data.promises.length}`);
