#!/usr/bin/env bash
#
# Runs in the image apache/kafka: starts the broker, and makes topics, users and access rules through the listener that only this
# container reaches. What is there already stays as it is; a password that changed is changed.
#
# JOURNEY_KAFKA_USERS holds name:password pairs, separated by blanks. Topics and rules stand in access-rules.txt.

set -euo pipefail

rules=$(dirname "$0")/access-rules.txt
admin=127.0.0.1:19092
bin=/opt/kafka/bin
made=/tmp/access-made

rm -f "$made"
/etc/kafka/docker/run &
broker=$!
# The broker ends in order, and its volume with it.
trap 'kill -TERM "$broker"; wait "$broker"; exit' TERM INT

until "$bin/kafka-broker-api-versions.sh" --bootstrap-server "$admin" >/dev/null 2>&1; do
  kill -0 "$broker" || exit 1
  sleep 1
done

while read -r topic policy; do
  "$bin/kafka-topics.sh" --bootstrap-server "$admin" --create --if-not-exists --topic "$topic" --partitions 4 \
    --replication-factor 1 --config "cleanup.policy=$policy" >/dev/null
done < <(awk '$1 == "topic" { print $2, $3 }' "$rules")

for pair in ${JOURNEY_KAFKA_USERS:?}; do
  # The password goes through a file that only this container has: a command line can be read by every process in it.
  (umask 077 && printf 'SCRAM-SHA-512=[password=%s]\n' "${pair#*:}" >/tmp/credential)
  "$bin/kafka-configs.sh" --bootstrap-server "$admin" --alter --entity-type users --entity-name "${pair%%:*}" \
    --add-config-file /tmp/credential >/dev/null
  rm -f /tmp/credential
done

# One call for all names with the same principal, operation and kind: each costs a start of Java.
awk '$1 != "topic" && !/^#/ { names[$1 " " $2 " " $3] = names[$1 " " $2 " " $3] " " $4 } END { for (k in names) print k names[k] }' "$rules" |
  sort | while read -r principal operation kind names; do
  arguments=()
  for name in $names; do
    arguments+=("--$kind" "$name")
  done
  "$bin/kafka-acls.sh" --bootstrap-server "$admin" --add --allow-principal "User:$principal" --operation "${operation//_/}" \
    "${arguments[@]}" >/dev/null </dev/null
done

touch "$made"
wait "$broker"
