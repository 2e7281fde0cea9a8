# What `./journey test` and `./journey nightly` do; the script journey reads this file.

test_logs=$root/target/test-run

# Every broker of the whole run starts with this archive of its classes, in less than half the work.
broker_archive=$test_logs/broker.jsa

# Modules whose tests one Maven runs one after the other: a Maven for each would work as long as some of the tests.
together() {
  case $1 in
    rules)
      echo quality/architecture-tests libraries/business-time libraries/event-contracts libraries/foresight \
        libraries/promise-book quality/journey-tests quality/benchmarks quality/replay connectors
      ;;
    rest) echo libraries/rest-contract libraries/operations libraries/desk-console ;;
    local-stack) echo local-stack/servers local-stack/launcher quality/test-servers ;;
  esac
}

# Begins with what takes longest, so that nothing long is left for the end. A module that is not named here comes last.
longest_first=(
  notification-service libraries/reliable-messaging story credit-service order-service fulfillment-service
  rest local-stack rules
)

# Tests that need neither a server nor Quarkus.
rule_modules=(
  libraries/promise-book libraries/business-time libraries/foresight libraries/event-contracts
  order-service credit-service fulfillment-service notification-service
)

modules() {
  sed -n 's/.*<module>\(.*\)<\/module>.*/\1/p' "$root/pom.xml"
}

# The folder of a module, by its folder or its last part: order-service, promise-book.
module_called() {
  local module
  for module in $(modules); do
    if [[ $module == "$1" || ${module##*/} == "$1" ]]; then
      echo "$module"
      return
    fi
  done
  fail "no module is called $1; there are: $(modules | sed 's/.*\///' | sort | tr '\n' ' ')"
}

# The modules of this project that a module is made from, itself last, in the order of the build.
made_from() {
  local wanted=" $1 " module artifact grown=yes
  while [[ -n $grown ]]; do
    grown=""
    for module in $(modules); do
      [[ $wanted != *" $module "* ]] || continue
      artifact=$(artifact_of "$module")
      for other in $wanted; do
        if grep -q "<artifactId>$artifact</artifactId>" "$root/$other/pom.xml"; then
          wanted+="$module "
          grown=yes
          break
        fi
      done
    done
  done
  for module in $(modules); do
    [[ $wanted != *" $module "* ]] || echo "$module"
  done
}

# Nothing waits for the tests of what it is made from: everything is installed already.
maven_test() {
  local goals=(surefire:test) module list=$1
  local model=target/quarkus/bootstrap/test-app-model.dat
  shift
  # What the build found out about each application; Quarkus would find it out again in each run.
  set -- -Dquarkus-internal-test.serialized-app-model.path="$model" "$@"
  for module in ${list//,/ }; do
    if grep -q quarkus-maven-plugin "$root/$module/pom.xml" && [[ ! -f $root/$module/$model ]]; then
      goals=(quarkus:generate-code-tests surefire:test)
    fi
  done
  if [[ -f $broker_archive ]]; then
    set -- -Dio.orderjourney.servers.broker-archive="$broker_archive" "$@"
  fi
  if [[ $list == *,* ]]; then
    (cd "$root" && mvn -B -nsu --fail-at-end -Dstyle.color=never "${goals[@]}" -pl "$list" "$@")
  else
    (cd "$root/$list" && mvn -B -nsu -Dstyle.color=never "${goals[@]}" "$@")
  fi
}

# The desks are worked at in the stack of the story, once its customer has the phone.
launch_story_and_desks() {
  local browser
  if browser=$(find_browser); then
    launch_story credit cancelled --desks-class-path-file "$walkers" --browser "$browser"
  else
    echo "Not played: the desks. No Chromium was found, and none could be installed."
    launch_story credit cancelled
  fi
}

# Runs one part of the whole and says in one line how it went; what it printed is in a file.
run_part() {
  local part=$1 log began=$SECONDS result=0 list
  shift
  list=$(together "$part")
  list=${list:-$part}
  mkdir -p "$test_logs"
  log=$test_logs/${part##*/}.log
  if [[ $part == story ]]; then
    (launch_story_and_desks) >"$log" 2>&1 || result=$?
  else
    maven_test "${list// /,}" "$@" >"$log" 2>&1 || result=$?
  fi
  if [[ $result -eq 0 ]]; then
    printf '  %-22s %4d s\n' "${part##*/}" $((SECONDS - began))
    grep '^Not played: ' "$log" || true
  else
    printf '  %-22s %4d s   FAILED: %s\n' "${part##*/}" $((SECONDS - began)) "$log"
    grep -m 40 '^\[ERROR\]' "$log" || tail -40 "$log"
    first_reason "$log"
  fi
  return "$result"
}

# What the first test that failed said, with what the summary cuts off.
first_reason() {
  awk '/<<< (ERROR|FAILURE)!$/ { shown = 150 } shown > 0 { print "    " $0; if (--shown == 0) exit }' "$1"
}

# Every part: the long ones first, then the modules that no part names.
parts() {
  local part named=" "
  for part in "${longest_first[@]}"; do
    echo "$part"
    named+="$part $(together "$part") "
  done
  for part in $(modules); do
    if [[ -d $root/$part/src/test/java && $named != *" $part "* ]]; then
      echo "$part"
    fi
  done
}

make_broker_archive() {
  local servers=$repository/io/orderjourney/local-servers/$version/local-servers-$version.jar
  "$JAVA_HOME/bin/java" -XX:TieredStopAtLevel=1 \
    -cp "$servers:$root/quality/test-servers/target/classes:$(<"$root/local-stack/launcher/target/class-path.txt")" \
    io.orderjourney.testservers.BrokerArchive "$broker_archive" >"$test_logs/broker-archive.log" 2>&1 || rm -f "$broker_archive"
}

# What Surefire wrote of each class: seconds, tests, name.
class_times() {
  local module
  for module in $(modules); do
    cat "$root/$module"/target/surefire-reports/TEST-*.xml 2>/dev/null || true
  done | awk '
    function attribute(name,   value) {
      if (match($0, " " name "=\"[^\"]*\"") == 0) return ""
      value = substr($0, RSTART, RLENGTH); sub(/^[^"]*"/, "", value); sub(/"$/, "", value); gsub(",", "", value)
      return value
    }
    /^<testsuite / { open = 1; text = "" }
    open { text = text " " $0; if ($0 ~ />/) { open = 0; $0 = text; print attribute("time"), attribute("tests"), attribute("name") } }'
}

print_times() {
  echo
  echo "The ten slowest classes, in seconds:"
  # Reads to the end: a pipe closed before it would end the whole run with sort's broken pipe.
  class_times | sort -rn | awk 'NR <= 10 { printf "  %7.1f  %s\n", $1, $3 }'
  class_times | awk -v took="$1" '
    { tests += $2 }
    END { printf "\n%d tests in %d min %d s, compiling and the story included.\n", tests, took / 60, took % 60 }'
}

# Two cores do three things at once: tests wait for servers and clocks as much as they work.
at_once() {
  echo $(($(getconf _NPROCESSORS_ONLN) + 1))
}

run_tests() {
  if [[ $# -gt 0 && $1 != -* ]]; then
    run_modules "$@"
  else
    run_whole "$@"
  fi
}

# Maven's options are for the tests alone: -Dtest=RelayTest.
run_whole() {
  local module marks=() failed=""
  need_maven
  rm -rf "$test_logs"
  mkdir -p "$test_logs" "$stamps"
  for module in "${stack_modules[@]}"; do
    marks+=("$(artifact_of "$module")=$(fingerprint "$module")")
  done
  for module in $(modules); do
    rm -rf "$root/$module/target/surefire-reports"
  done
  echo "Compiling everything."
  if ! (cd "$root" && mvn -B -T 2 -DskipTests -Dstyle.color=never install) >"$test_logs/build.log" 2>&1; then
    grep -m 40 '^\[ERROR\]' "$test_logs/build.log" >&2 || tail -40 "$test_logs/build.log" >&2
    fail "the build failed; all of it is in $test_logs/build.log"
  fi
  for module in "${marks[@]}"; do
    echo "${module#*=}" >"$stamps/${module%%=*}"
  done
  class_path quality/journey-tests "$players"
  class_path quality/browser-tests "$walkers"
  make_broker_archive
  echo "Testing; compiled after $SECONDS s. What each prints is in $test_logs."
  parts | xargs -P "$(at_once)" -I '{}' "$root/journey" test-part '{}' "$@" || failed=yes
  print_times "$SECONDS"
  [[ -z $failed ]] || fail "not every test passed"
}

# Compiles what they need, and runs the tests of some modules, with Maven's options behind: -Dtest=RelayTest.
run_modules() {
  local module wanted=() options=() needed=()
  while [[ $# -gt 0 && $1 != -* ]]; do
    module=$(module_called "$1")
    wanted+=("$module")
    shift
  done
  for module in "${wanted[@]}"; do
    needed+=($(made_from "$module"))
  done
  build $(modules | grep -xF "$(printf '%s\n' "${needed[@]}")")
  for module in "${wanted[@]}"; do
    maven_test "$module" "$@" || fail "not every test of ${module##*/} passed"
  done
}

# The rules on this JDK, whatever the rest ran on. Quarkus makes an application for a test of its own as soon as the class is
# found, whether it is run or not; so these classes are not looked at.
run_rules() {
  local module list=target/quarkus-tests.txt
  for module in "${rule_modules[@]}"; do
    (cd "$root/$module/src/test/java" && { grep -rl '^@QuarkusTest$' . || true; } | sed 's/^\.\///') >"$root/$module/$list"
  done
  (cd "$root" && mvn -B -q -nsu --fail-at-end surefire:test -Dsurefire.excludesFile=$list -pl "$(IFS=,; echo "${rule_modules[*]}")") ||
    fail "not every rule holds on $JAVA_HOME"
}

# Everything on the oldest JDK, and what is long by nature. The seeds are printed by the tests that use them.
run_nightly() {
  local failed="" service round
  choose_java 17
  (run_whole) || failed=yes
  for service in order-service credit-service fulfillment-service notification-service; do
    for round in 1 2 3 4 5; do
      maven_test "$service" -Dtest=MalformedRequestsTest -Djourney.test.seed="$(date +%s)$round" || failed=yes
    done
  done
  maven_test notification-service -Dtest=PollCostTest -Dpoll.rows=1000000 || failed=yes
  maven_test notification-service -Dtest=RandomJourneysTest -Drandom.journeys=100000 -Drandom.seed="$(date +%s)" || failed=yes
  maven_test libraries/reliable-messaging -Dtest=KilledProcessTest -Djourney.test.kills=60 || failed=yes
  (launch_story all) || failed=yes
  if find_browser >/dev/null; then (launch_desks --story) || failed=yes; fi
  (launch_load) || failed=yes
  [[ -z $failed ]] || fail "the night found something"
}
