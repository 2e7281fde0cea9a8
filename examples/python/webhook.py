"""Verifies webhooks as the Standard Webhooks describe (https://www.standardwebhooks.com)."""

import base64
import hashlib
import hmac
import json
import time

TOLERANCE_SECONDS = 5 * 60


class Refused(Exception):
    """The request is no webhook of ours."""


def verify(secret, headers, body, now=None):
    """Returns the event. While a secret is being changed a message carries two signatures; one that fits is enough.

    secret: as it was shown when the endpoint was registered: whsec_...
    headers: of the request; asked with .get
    body: the bytes exactly as they came: parsed and written again they would have another signature
    """
    message_id = headers.get("webhook-id") or ""
    timestamp = headers.get("webhook-timestamp") or ""
    age = abs((time.time() if now is None else now) - int(timestamp)) if timestamp.isdigit() else None
    if not message_id or age is None or age > TOLERANCE_SECONDS:
        raise Refused("The webhook has no id or is too old")
    key = base64.b64decode(secret[len("whsec_"):] if secret.startswith("whsec_") else secret)
    signed = f"{message_id}.{timestamp}.".encode() + body
    right = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    for signature in (headers.get("webhook-signature") or "").split(" "):
        version, _, given = signature.partition(",")
        if version == "v1" and hmac.compare_digest(given.encode(), right.encode()):
            return json.loads(body)
    raise Refused("The webhook is not signed with our secret")
