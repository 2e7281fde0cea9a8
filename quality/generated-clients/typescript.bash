#!/usr/bin/env bash
# Makes TypeScript types from order-service's document and compiles a client against them; with an address and a token,
# places an order and reads its journey:
#   quality/generated-clients/typescript.bash [http://localhost:8080/order-service TOKEN]
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$here/target/typescript

if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
  echo "TypeScript client: not done, there is no Node on this machine."
  exit 0
fi
mkdir -p "$work"
cp "$here/src/main/typescript/place-order.mts" "$work/"
cd "$work"
[[ -d node_modules/openapi-fetch ]] ||
  npm install --silent --no-save --no-audit --no-fund openapi-typescript@7.13.0 openapi-fetch@0.17.0 typescript@5.9.3
npx --no-install openapi-typescript "$here/../../order-service/src/main/openapi/openapi.yaml" --output order.d.ts >/dev/null
npx --no-install tsc --strict --target es2022 --module nodenext --moduleResolution nodenext --lib es2022,dom place-order.mts
echo "TypeScript client: compiled against order-service's document."
[[ $# -lt 2 ]] || node place-order.mjs "$1" "$2"
