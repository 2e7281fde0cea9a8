#!/usr/bin/env bash
# Makes TypeScript types from order-service's document and compiles a client against them. Where ORDERS_URL and
# STOREFRONT_TOKEN say whom to ask, it places an order and reads its journey; the story runs it so.
#   ORDERS_URL=http://localhost:8080/order-service STOREFRONT_TOKEN=... quality/generated-clients/typescript.bash
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$here/target/typescript

not_played() {
  echo "Not played: the TypeScript client. $1"
  exit 0
}

command -v node >/dev/null && command -v npm >/dev/null || not_played "There is no Node on this machine."
mkdir -p "$work"
cp "$here/src/main/typescript/place-order.mts" "$work/"
cd "$work"
if [[ ! -d node_modules/openapi-fetch ]]; then
  npm install --silent --fetch-timeout=20000 --fetch-retries=1 --no-save --no-audit --no-fund openapi-typescript@7.13.0 openapi-fetch@0.17.0 typescript@5.9.3 ||
    not_played "Its packages could not be fetched."
fi
npx --no-install openapi-typescript "$here/../../order-service/src/main/openapi/openapi.yaml" --output order.d.ts >/dev/null
npx --no-install tsc --strict --target es2022 --module nodenext --moduleResolution nodenext --lib es2022,dom place-order.mts
echo "TypeScript client: compiled against order-service's document."
[[ -z ${ORDERS_URL:-} ]] || node place-order.mjs "$ORDERS_URL" "$STOREFRONT_TOKEN"
