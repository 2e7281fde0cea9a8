#!/usr/bin/env bash
# keep.bash VERSION: keeps the contracts as they are now, as those of a release.
set -euo pipefail
[[ ${1:-} =~ ^[0-9]+\.[0-9]+\.[0-9]+$ ]] || { echo "usage: keep.bash VERSION, such as 0.2.0" >&2; exit 1; }
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
folder=$root/quality/released-contracts/$1
contracts=$root/libraries/event-contracts/src/main/resources/contracts
rm -rf "$folder"
mkdir -p "$folder"
cp -R "$contracts/schemas" "$folder/schemas"
cp "$contracts/asyncapi.yaml" "$folder/asyncapi.yaml"
for service in order-service credit-service fulfillment-service notification-service; do
  cp "$root/$service/src/main/openapi/openapi.yaml" "$folder/$service.yaml"
done
# Migrations by checksum (CRC-32): a released one never changes, a newer one only adds.
(cd "$root" && find . -path '*/src/main/resources/db/*/V*.sql' | sed 's|^\./||' | sort |
  python3 -c 'import sys, zlib
for file in sys.stdin.read().split():
    print(zlib.crc32(open(file, "rb").read()), file)') >"$folder/migrations.txt"
echo "$folder"
