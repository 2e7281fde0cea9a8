// Verifies webhooks as the Standard Webhooks describe (https://www.standardwebhooks.com).
import { createHmac, timingSafeEqual } from "node:crypto";

const TOLERANCE_SECONDS = 5 * 60;

/**
 * Returns the event, or throws. While a secret is being changed a message carries two signatures; one that fits is enough.
 *
 * @param {string} secret as it was shown when the endpoint was registered: whsec_...
 * @param {object} headers of the request, with names in small letters
 * @param {Buffer} body exactly as it came: parsed and written again it would have another signature
 */
export function verify(secret, headers, body, now = Date.now() / 1000) {
  const id = headers["webhook-id"];
  const timestamp = headers["webhook-timestamp"];
  const signatures = headers["webhook-signature"] ?? "";
  if (!id || !/^\d+$/.test(timestamp ?? "") || Math.abs(now - Number(timestamp)) > TOLERANCE_SECONDS) {
    throw new Error("The webhook has no id or is too old");
  }
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const right = createHmac("sha256", key).update(`${id}.${timestamp}.`).update(body).digest();
  for (const signature of signatures.split(" ")) {
    const [version, value] = signature.split(",", 2);
    const given = Buffer.from(value ?? "", "base64");
    if (version === "v1" && given.length === right.length && timingSafeEqual(given, right)) {
      return JSON.parse(body);
    }
  }
  throw new Error("The webhook is not signed with our secret");
}
