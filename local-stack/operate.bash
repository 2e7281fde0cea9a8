# shellcheck shell=bash
# What an operator or an integrator does with a running stack. Sourced by the script journey.

# ---- an integrator's afternoon ----

data_folder() {
  local folder=$root/.journey
  while [[ $# -gt 0 ]]; do
    if [[ $1 == --data && $# -ge 2 ]]; then
      folder=$2
      shift
    fi
    shift
  done
  echo "$folder"
}

# One value of a JSON file that is written line by line, such as stack.json: the first line with this name.
json_value() {
  sed -n "/\"$2\" *:/{s/.*\"$2\" *: *\"\{0,1\}\([^\",]*\)\"\{0,1\},\{0,1\} *$/\1/p;q}" "$1"
}

# The same of an object inside it: the line with this name below the line of the object.
nested_value() {
  sed -n "/\"$2\" *:/,/}/{/\"$3\" *:/{s/.*\"$3\" *: *\"\([^\"]*\)\".*/\1/p;q}}" "$1"
}

need_stack() {
  stack=$(data_folder "$@")/stack.json
  [[ -f $stack ]] || fail "no stack is running with its data in ${stack%/stack.json}; start one: ./journey up"
  front_door=$(json_value "$stack" frontDoor)
}

token_of() {
  json_value "$(json_value "$stack" credentialsFile)" "$1"
}

run_integrate() {
  need_stack "$@"
  local played=0 result=0 python=""
  export ORDERS_URL=$front_door/order-service NOTIFICATIONS_URL=$front_door/notification-service PYTHONDONTWRITEBYTECODE=1
  STOREFRONT_TOKEN=$(token_of storefront)
  OPERATOR_TOKEN=$(token_of operator)
  export STOREFRONT_TOKEN OPERATOR_TOKEN
  if command -v node >/dev/null; then
    echo "In Node:"
    node "$root/examples/node/afternoon.mjs" || result=1
    played=1
  else
    echo "Not played: an integrator's afternoon in Node, which is not on this machine."
  fi
  python=$(command -v python3 || command -v python || true)
  if [[ -n $python ]]; then
    echo "In Python:"
    "$python" "$root/examples/python/afternoon.py" || result=1
    played=1
  else
    echo "Not played: an integrator's afternoon in Python, which is not on this machine."
  fi
  [[ $played -eq 1 ]] || fail "neither Node nor Python is on this machine"
  return "$result"
}

# ---- connecting a shop platform ----

# What is not set is taken from a running stack: where order-service is, and a storefront's token.
run_connect() {
  local connectors=$root/connectors/target
  if [[ -z ${ORDERS_URL:-} || -z ${STOREFRONT_TOKEN:-} ]]; then
    need_stack "$@"
    export ORDERS_URL=${ORDERS_URL:-$front_door/order-service} STOREFRONT_TOKEN=${STOREFRONT_TOKEN:-$(token_of storefront)}
  fi
  build $(made_from connectors)
  exec "$JAVA_HOME/bin/java" -Xmx128m -XX:+UseSerialGC -cp "$connectors/classes:$(<"$connectors/class-path.txt")" \
    io.orderjourney.connectors.ConnectorMain
}

# ---- publishing again ----

run_republish() {
  local what="" service="" dry=false body
  local -a data=()
  while [[ $# -gt 0 ]]; do
    case $1 in
      --all) what='"all":true' ;;
      --since) what="\"sinceAt\":\"${2:?--since needs a time, such as 2026-03-02T08:00:00Z}\""; shift ;;
      --journey) what="\"journeyId\":\"${2:?--journey needs an id}\""; shift ;;
      --service) service=${2:?--service needs a name}; shift ;;
      --dry-run) dry=true ;;
      --data) data=(--data "${2:?--data needs a folder}"); shift ;;
      *) fail "unknown option: $1" ;;
    esac
    shift
  done
  [[ -n $what ]] || fail "say what: --all, --since TIME or --journey ID"
  command -v curl >/dev/null || fail "curl is missing"
  need_stack "${data[@]+"${data[@]}"}"
  body="{$what,\"dryRun\":$dry}"
  local each token
  token=$(token_of operator)
  for each in order-service credit-service fulfillment-service notification-service; do
    [[ -z $service || $service == "$each" ]] || continue
    printf '  %-22s ' "$each"
    # The token goes through a file descriptor: a command line can be read by everybody on the machine.
    curl -sS --fail-with-body -X POST "$(json_value "$stack" "$each")/api/v1/republications" \
      -H @<(printf 'Authorization: Bearer %s' "$token") -H "Content-Type: application/json" -d "$body" ||
      fail "$each did not do it"
    echo
  done
}

# ---- what is wrong here, and what to do ----

doctor_problems=0

well() {
  printf '  ok  %s\n' "$1"
}

# What is wrong, and what to do about it.
ill() {
  printf '  !!  %s\n      %s\n' "$1" "$2"
  doctor_problems=$((doctor_problems + 1))
}

# The body of an answer, without curl: HTTP/1.0 over bash's own sockets.
http_get() {
  local rest=${1#http://} host port path
  host=${rest%%[:/]*}
  port=${rest#*:}
  port=${port%%/*}
  path=/${rest#*/}
  (
    exec 3<>"/dev/tcp/$host/$port" || exit 1
    printf 'GET %s HTTP/1.0\r\nHost: %s\r\nAccept: */*\r\n\r\n' "$path" "$host" >&3
    timeout 10 cat <&3
  ) 2>/dev/null
}

# The largest sample of a meter, as a whole number; nothing if it is not there, NaN if it is unknown.
meter() {
  awk -v name="$2" '$1 == name || index($1, name "{") == 1 {
      if ($NF == "NaN") { unknown = 1 } else if (!found || $NF + 0 > most) { most = $NF + 0; found = 1 }
    } END { if (found) printf "%d\n", most; else if (unknown) print "NaN" }' <<<"$1"
}

examine_machine() {
  local home maven free memory
  echo "This machine"
  home=${JAVA_HOME:-$(newest_jdk)}
  if [[ -z $home || ! -x $home/bin/javac ]]; then
    ill "no JDK was found" "install one from 17 on, or set JAVA_HOME to it"
  elif [[ $(java_major "$home") -lt 17 ]]; then
    ill "$home is Java $(java_major "$home")" "17 is needed; set JAVA_HOME to a newer one"
  else
    well "JDK $(java_major "$home") in $home"
  fi
  if ! command -v mvn >/dev/null; then
    ill "Maven is missing" "install it, from 3.8.7 on"
  else
    maven=$(JAVA_HOME=${home:-} mvn -version 2>/dev/null | sed -n '1s/.*Maven \([0-9.]*\).*/\1/p')
    if [[ -n $maven ]] && printf '3.8.7\n%s\n' "$maven" | sort -VC; then
      well "Maven $maven"
    else
      ill "Maven is ${maven:-of an unknown version}" "3.8.7 or later is needed"
    fi
  fi
  free=$(df -Pm "$root" | awk 'NR == 2 { print $4 }')
  if [[ ${free:-0} -lt 3072 ]]; then
    ill "$free MB are free on the disk of $root" "free some: a build and a stack need 3 GB"
  else
    well "$((free / 1024)) GB free on the disk"
  fi
  memory=$(awk '/MemAvailable/ { print int($2 / 1024) }' /proc/meminfo 2>/dev/null || true)
  if [[ -n $memory && $memory -lt 2560 && ! -f $1/stack.json ]]; then
    ill "$memory MB of memory are free" "the stack needs some 2.5 GB; close something"
  elif [[ -n $memory ]]; then
    well "$memory MB of memory free"
  fi
}

examine_ports() {
  local base=$1 port taken=()
  for port in $(seq "$base" $((base + 13))); do
    if (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
      taken+=("$port")
    fi
  done
  if [[ ${#taken[@]} -gt 0 ]]; then
    ill "somebody else listens on ${taken[*]}" "end that program, or start with ./journey up --port-base N"
  else
    well "the ports from $base on are free"
  fi
}

examine_service() {
  local name=$1 url management metrics value
  url=$(json_value "$stack" "$name")
  management=$(nested_value "$stack" management "$name")
  if [[ $(http_get "$management/q/health/ready" | sed -n 1p) != *" 200 "* ]]; then
    ill "$name is not ready at $management" "its log: ${stack%/stack.json}/logs/$name.log"
    return
  fi
  metrics=$(http_get "$management/q/metrics")
  local before=$doctor_problems
  value=$(meter "$metrics" journey_outbox_age_seconds)
  [[ $value != NaN ]] || ill "$name cannot ask its database" "see docs/runbooks/FiguresUnknown.md"
  [[ ${value:-0} == NaN || ${value:-0} -lt 120 ]] || ill "$name has not published for $value s" "see docs/runbooks/OutboxStalled.md"
  value=$(meter "$metrics" journey_consumer_lag)
  [[ $value != NaN ]] || ill "$name cannot ask the broker" "see docs/runbooks/FiguresUnknown.md"
  [[ ${value:-0} == NaN || ${value:-0} -lt 10000 ]] || ill "$name is $value records behind" "see docs/runbooks/ConsumerLagging.md"
  value=$(meter "$metrics" journey_consumer_stalled_seconds)
  [[ ${value:-0} == NaN || ${value:-0} -lt 120 ]] || ill "$name has consumed nothing for $value s" "see docs/runbooks/ConsumerStalled.md"
  value=$(meter "$metrics" journey_deadletters_waiting)
  [[ ${value:-0} == NaN || ${value:-0} -eq 0 ]] || ill "$name has $value dead letters" "see docs/runbooks/DeadLettersWaiting.md"
  [[ $doctor_problems -gt $before ]] || well "$name at $url"
}

run_doctor() {
  local data name pid
  data=$(data_folder "$@")
  examine_machine "$data"
  echo "The stack in $data"
  stack=$data/stack.json
  if [[ ! -f $stack ]]; then
    well "none is running"
    examine_ports 9100
  else
    pid=$(json_value "$stack" launcher)
    if ! kill -0 "$pid" 2>/dev/null; then
      ill "its launcher (process $pid) is gone" "start it again: ./journey up; it takes over the data"
    else
      well "its launcher runs as process $pid"
      for name in order-service credit-service fulfillment-service notification-service; do
        examine_service "$name"
      done
    fi
  fi
  if [[ $doctor_problems -gt 0 ]]; then
    echo "$doctor_problems to mend."
    return 1
  fi
  echo "All is well."
}
