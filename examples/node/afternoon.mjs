// Places an order, shows its dates, follows its promises, verifies a webhook.
import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import { verify } from "./webhook.mjs";

const { ORDERS_URL, NOTIFICATIONS_URL, STOREFRONT_TOKEN, OPERATOR_TOKEN } = process.env;
const PATIENCE_MILLIS = 60_000;

async function call(method, url, token, body) {
  const response = await fetch(url, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      // The same key with the same body is the same request, however often it is repeated.
      ...(method === "POST" ? { "idempotency-key": randomUUID() } : {}),
      ...(body ? { "content-type": "application/json" } : {}),
    },
    body: body ? JSON.stringify(body) : undefined,
  });
  const text = await response.text();
  if (!response.ok) {
    // Errors are application/problem+json; `code` is for programs and does not change.
    throw new Error(`${method} ${url}: ${response.status} ${text}`);
  }
  return text ? JSON.parse(text) : undefined;
}

async function until(what, look) {
  const giveUpAt = Date.now() + PATIENCE_MILLIS;
  while (Date.now() < giveUpAt) {
    const found = await look();
    if (found) {
      return found;
    }
    await new Promise((again) => setTimeout(again, 100));
  }
  throw new Error(`Waited too long for ${what}`);
}

// 1. Somewhere to be told. A webhook may come twice, so its id decides whether it is new.
let secret;
const events = new Map();
const receiver = createServer((request, response) => {
  const parts = [];
  request.on("data", (part) => parts.push(part));
  request.on("end", () => {
    try {
      events.set(request.headers["webhook-id"], verify(secret, request.headers, Buffer.concat(parts)));
      response.writeHead(204).end();
    } catch (refused) {
      response.writeHead(401).end();
    }
  });
});
await new Promise((open) => receiver.listen(0, "127.0.0.1", open));
const address = `http://127.0.0.1:${receiver.address().port}/hooks`;
const registered = await call("POST", `${NOTIFICATIONS_URL}/api/v1/webhook-endpoints`, OPERATOR_TOKEN, {
  url: address,
  types: ["orders.order-placed.v1", "promises.promise-made.v1", "promises.promise-rescheduled.v1"],
  description: "An integrator's afternoon, in Node",
});
secret = registered.secret;

try {
  // 2. An order. Whatever the response promises, the customer may be shown as it stands.
  const price = { amountMinor: 189_900, currency: "PLN" };
  const { order, promises } = await call("POST", `${ORDERS_URL}/api/v1/orders`, STOREFRONT_TOKEN, {
    customer: { name: "Maja Novak", email: "maja.novak@example.org", language: "en" },
    payment: "ON_PICKUP",
    pickupPoint: "WAW-01",
    lines: [{ sku: "PHONE-S5", name: "Phone S5", quantity: 1, unitPrice: price }],
    total: price,
  });
  console.log(`Order ${order.orderNumber}`);
  promises.forEach((promise) => console.log(`  promised: ${promise.told} (${promise.dueAt})`));

  // 3. Its promises arrive by themselves, each signed.
  const mine = () => [...events.values()].filter((event) => event.journeyId === order.journeyId);
  const made = await until("the promises as webhooks", () =>
    mine().find((event) => event.type === "promises.promise-made.v1"));
  mine().forEach((event) => console.log(`  webhook:  ${event.type}, number ${event.sequence} of ${event.source}`));
  if (made.data.kind === undefined) {
    throw new Error("A promise without a kind");
  }

  // 4. One that somebody else sends is refused.
  const forged = await fetch(address, {
    method: "POST",
    headers: {
      "webhook-id": randomUUID(),
      "webhook-timestamp": String(Math.floor(Date.now() / 1000)),
      "webhook-signature": "v1,Zm9yZ2Vk",
    },
    body: JSON.stringify(made),
  });
  if (forged.status !== 401) {
    throw new Error("A forged webhook was taken");
  }
  console.log("  refused:  a webhook that is not signed with our secret");

  // 5. The one answer to "when and how do I get my goods?"
  const card = await until("the answer card", async () => {
    try {
      return await call("GET", `${ORDERS_URL}/api/v1/journeys/${order.orderNumber}`, STOREFRONT_TOKEN);
    } catch (early) {
      return undefined;
    }
  });
  console.log(`  stage:    ${card.stage}, next step until ${card.nextStep?.dueAt ?? "-"}`);
} finally {
  await call("DELETE", `${NOTIFICATIONS_URL}/api/v1/webhook-endpoints/${registered.endpoint.id}`, OPERATOR_TOKEN);
  receiver.close();
  receiver.closeAllConnections();
}
console.log("All of it went well.");
