"""Places an order, shows its dates, follows its promises, verifies a webhook."""

import json
import os
import threading
import time
import urllib.error
import urllib.request
import uuid
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from webhook import Refused, verify

ORDERS = os.environ["ORDERS_URL"]
NOTIFICATIONS = os.environ["NOTIFICATIONS_URL"]
STOREFRONT = os.environ["STOREFRONT_TOKEN"]
OPERATOR = os.environ["OPERATOR_TOKEN"]
PATIENCE_SECONDS = 60


def call(method, url, token, body=None):
    headers = {"Authorization": f"Bearer {token}"}
    if method == "POST":
        # The same key with the same body is the same request, however often it is repeated.
        headers["Idempotency-Key"] = str(uuid.uuid4())
    if body is not None:
        headers["Content-Type"] = "application/json"
        body = json.dumps(body).encode()
    request = urllib.request.Request(url, data=body, headers=headers, method=method)
    try:
        with urllib.request.urlopen(request, timeout=30) as response:
            text = response.read()
            return json.loads(text) if text else None
    except urllib.error.HTTPError as refused:
        # Errors are application/problem+json; `code` is for programs and does not change.
        raise SystemExit(f"{method} {url}: {refused.code} {refused.read().decode()}") from refused


def until(what, look):
    give_up_at = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < give_up_at:
        found = look()
        if found:
            return found
        time.sleep(0.1)
    raise SystemExit(f"Waited too long for {what}")


class Receiver(BaseHTTPRequestHandler):
    """A webhook may come twice, so its id decides whether it is new."""

    secret = ""
    events = {}

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        try:
            Receiver.events[self.headers["webhook-id"]] = verify(Receiver.secret, self.headers, body)
            self.send_response(204)
        except Refused:
            self.send_response(401)
        self.end_headers()

    def log_message(self, *args):
        pass


def afternoon(address):
    # 2. An order. Whatever the response promises, the customer may be shown as it stands.
    price = {"amountMinor": 189_900, "currency": "PLN"}
    placed = call("POST", f"{ORDERS}/api/v1/orders", STOREFRONT, {
        "customer": {"name": "Jan Kowalski", "email": "jan.kowalski@example.org", "language": "en"},
        "payment": "ON_PICKUP",
        "pickupPoint": "WAW-01",
        "lines": [{"sku": "PHONE-S5", "name": "Phone S5", "quantity": 1, "unitPrice": price}],
        "total": price,
    })
    order = placed["order"]
    print(f"Order {order['orderNumber']}")
    for promise in placed["promises"]:
        print(f"  promised: {promise['told']} ({promise['dueAt']})")

    # 3. Its promises arrive by themselves, each signed.
    def mine():
        return [event for event in list(Receiver.events.values()) if event["journeyId"] == order["journeyId"]]

    made = until("the promises as webhooks",
                 lambda: next((e for e in mine() if e["type"] == "promises.promise-made.v1"), None))
    for event in mine():
        print(f"  webhook:  {event['type']}, number {event['sequence']} of {event['source']}")

    # 4. One that somebody else sends is refused.
    forged = urllib.request.Request(address, method="POST", data=json.dumps(made).encode(), headers={
        "webhook-id": str(uuid.uuid4()),
        "webhook-timestamp": str(int(time.time())),
        "webhook-signature": "v1,Zm9yZ2Vk",
    })
    try:
        urllib.request.urlopen(forged, timeout=10).close()
        raise SystemExit("A forged webhook was taken")
    except urllib.error.HTTPError as refused:
        if refused.code != 401:
            raise
    print("  refused:  a webhook that is not signed with our secret")

    # 5. The one answer to "when and how do I get my goods?"
    def card():
        request = urllib.request.Request(f"{ORDERS}/api/v1/journeys/{order['orderNumber']}",
                                         headers={"Authorization": f"Bearer {STOREFRONT}"})
        try:
            with urllib.request.urlopen(request, timeout=30) as response:
                return json.load(response)
        except urllib.error.HTTPError as early:
            if early.code != 404:
                raise
            return None

    print(f"  stage:    {until('the answer card', card)['stage']}")


def main():
    # 1. Somewhere to be told.
    server = ThreadingHTTPServer(("127.0.0.1", 0), Receiver)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/hooks"
    registered = call("POST", f"{NOTIFICATIONS}/api/v1/webhook-endpoints", OPERATOR, {
        "url": address,
        "types": ["orders.order-placed.v1", "promises.promise-made.v1", "promises.promise-rescheduled.v1"],
        "description": "An integrator's afternoon, in Python",
    })
    Receiver.secret = registered["secret"]
    try:
        afternoon(address)
    finally:
        call("DELETE", f"{NOTIFICATIONS}/api/v1/webhook-endpoints/{registered['endpoint']['id']}", OPERATOR)
        server.shutdown()
    print("All of it went well.")


if __name__ == "__main__":
    main()
