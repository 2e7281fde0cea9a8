package io.orderjourney.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderjourney.messaging.Coalescer.Answer;
import io.orderjourney.messaging.Coalescer.Limits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CoalescerTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Limits ONE_LANE = new Limits(1, 50, 100, SOON);

    /** A transaction waits here until the test lets it end. */
    private final Semaphore mayEnd = new Semaphore(0);

    private final List<List<String>> transactions = Collections.synchronizedList(new ArrayList<>());
    private final ExecutorService callers = Executors.newCachedThreadPool();
    private Coalescer<String, String> coalescer = coalescer(ONE_LANE);

    @AfterEach
    void end() throws InterruptedException {
        mayEnd.release(1_000);
        callers.shutdown();
        assertThat(callers.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    }

    private Coalescer<String, String> coalescer(Limits limits) {
        return new Coalescer<>(
                limits,
                this::transaction,
                work -> transaction(List.of(work)).get(0).get(),
                failure -> failure.getMessage().equals("away"));
    }

    private List<Answer<String>> transaction(List<String> works) {
        transactions.add(List.copyOf(works));
        mayEnd.acquireUninterruptibly();
        for (String work : works) {
            if (work.startsWith("fails")) {
                throw new IllegalStateException(work);
            }
            if (work.equals("away")) {
                throw new IllegalStateException("away");
            }
            if (work.equals("kills")) {
                throw new AssertionError("killed");
            }
        }
        return works.stream().map(CoalescerTest::answer).toList();
    }

    private static Answer<String> answer(String work) {
        return work.startsWith("refused")
                ? new Answer.Refused<>(new IllegalArgumentException(work))
                : new Answer.Done<>(work + " done");
    }

    private Future<String> submit(String work) {
        return callers.submit(() -> coalescer.submit(work));
    }

    /** Submits one after another, so that the order of arrival is known. */
    private List<Future<String>> waiting(String... works) {
        List<Future<String>> answers = new ArrayList<>();
        for (String work : works) {
            int before = coalescer.waiting();
            answers.add(submit(work));
            await(() -> coalescer.waiting() == before + 1);
        }
        return answers;
    }

    private Future<String> running(String work) {
        int before = transactions.size();
        Future<String> answer = submit(work);
        await(() -> transactions.size() == before + 1);
        return answer;
    }

    private static void await(BooleanSupplier condition) {
        Awaitility.await()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .atMost(SOON)
                .until(condition::getAsBoolean);
    }

    @Test
    void a_caller_who_is_alone_waits_for_nobody_and_works_on_their_own_thread() {
        List<Thread> threads = new ArrayList<>();
        Coalescer<String, String> idle = new Coalescer<>(
                ONE_LANE,
                works -> {
                    threads.add(Thread.currentThread());
                    return works.stream().map(CoalescerTest::answer).toList();
                },
                work -> "again",
                failure -> false);

        assertThat(idle.submit("a")).isEqualTo("a done");
        assertThat(idle.submit("b")).isEqualTo("b done");
        assertThat(threads).containsExactly(Thread.currentThread(), Thread.currentThread());
    }

    @Test
    void what_waits_while_a_transaction_runs_is_the_next_one_in_the_order_of_arrival() throws Exception {
        Future<String> first = running("first");
        List<Future<String>> others = waiting("a", "b", "c");
        mayEnd.release(2);

        assertThat(first.get()).isEqualTo("first done");
        assertThat(others.get(0).get()).isEqualTo("a done");
        assertThat(others.get(1).get()).isEqualTo("b done");
        assertThat(others.get(2).get()).isEqualTo("c done");
        assertThat(transactions).containsExactly(List.of("first"), List.of("a", "b", "c"));
    }

    @Test
    void nobody_is_answered_before_the_transaction_of_their_work_has_ended() throws Exception {
        Future<String> first = running("first");
        List<Future<String>> others = waiting("a", "b");
        mayEnd.release();
        first.get();
        await(() -> transactions.size() == 2);

        assertThat(others).noneMatch(Future::isDone);

        mayEnd.release();
        assertThat(others.get(1).get()).isEqualTo("b done");
    }

    @Test
    void a_transaction_takes_no_more_than_its_limit_and_those_who_came_later_are_next() throws Exception {
        coalescer = coalescer(new Limits(1, 2, 100, SOON));
        running("first");
        List<Future<String>> others = waiting("a", "b", "c", "d", "e");
        mayEnd.release(4);

        for (Future<String> other : others) {
            other.get();
        }
        assertThat(transactions).containsExactly(List.of("first"), List.of("a", "b"), List.of("c", "d"), List.of("e"));
    }

    @Test
    void a_refusal_is_heard_by_its_caller_only() throws Exception {
        running("first");
        List<Future<String>> others = waiting("a", "refused b", "c");
        mayEnd.release(2);

        assertThat(others.get(0).get()).isEqualTo("a done");
        assertThat(others.get(2).get()).isEqualTo("c done");
        assertThatThrownBy(() -> others.get(1).get()).hasRootCauseMessage("refused b");
        assertThat(transactions).hasSize(2);
    }

    @Test
    void work_that_breaks_its_transaction_fails_alone() throws Exception {
        running("first");
        List<Future<String>> others = waiting("a", "fails b", "c");
        mayEnd.release(5);

        assertThat(others.get(0).get()).isEqualTo("a done");
        assertThat(others.get(2).get()).isEqualTo("c done");
        assertThatThrownBy(() -> others.get(1).get()).hasRootCauseMessage("fails b");
        assertThat(transactions)
                .contains(List.of("a", "fails b", "c"))
                .contains(List.of("a"), List.of("fails b"), List.of("c"));
    }

    @Test
    void who_leads_nobody_and_fails_works_again_outside_of_the_lane_too() throws Exception {
        Future<String> stuck = running("fails");
        mayEnd.release();
        await(() -> transactions.size() == 2);
        running("next");
        mayEnd.release(2);

        assertThatThrownBy(stuck::get).hasRootCauseMessage("fails");
        assertThat(transactions).containsExactly(List.of("fails"), List.of("fails"), List.of("next"));
    }

    @Test
    void a_lane_does_not_wait_for_those_who_work_again_alone() throws Exception {
        running("first");
        List<Future<String>> apart = waiting("fails a", "b");
        mayEnd.release(2);
        // Both wait in transactions of their own now, and the lane is free for somebody else.
        await(() -> transactions.size() == 4);
        running("c");
        mayEnd.release(3);

        assertThat(apart.get(1).get()).isEqualTo("b done");
    }

    @Test
    void what_would_fail_for_everybody_is_told_to_everybody_and_not_tried_again() {
        running("first");
        List<Future<String>> others = waiting("a", "away", "c");
        mayEnd.release(2);

        others.forEach(other -> assertThatThrownBy(other::get).hasRootCauseMessage("away"));
        assertThat(transactions).hasSize(2);
    }

    @Test
    void a_thread_that_dies_while_it_works_for_all_answers_all_and_frees_its_lane() throws Exception {
        running("first");
        List<Future<String>> others = waiting("kills", "b");
        mayEnd.release(2);

        assertThatThrownBy(() -> others.get(0).get()).isInstanceOf(ExecutionException.class);
        assertThatThrownBy(() -> others.get(1).get()).hasRootCauseMessage("killed");
        mayEnd.release();
        assertThat(coalescer.submit("later")).isEqualTo("later done");
    }

    @Test
    void answers_that_do_not_fit_the_work_are_a_failure() {
        Coalescer<String, String> forgetful =
                new Coalescer<>(ONE_LANE, works -> List.of(), work -> "again", failure -> true);

        assertThatThrownBy(() -> forgetful.submit("a")).hasMessage("0 answers to 1 pieces of work");
    }

    @Test
    void more_than_may_wait_is_turned_away_at_once() throws Exception {
        coalescer = coalescer(new Limits(1, 50, 2, SOON));
        running("first");
        List<Future<String>> others = waiting("a", "b");

        assertThatThrownBy(() -> coalescer.submit("c")).isInstanceOf(Coalescer.Busy.class);

        mayEnd.release(2);
        assertThat(others.get(1).get()).isEqualTo("b done");
        assertThat(transactions).containsExactly(List.of("first"), List.of("a", "b"));
    }

    @Test
    void who_waits_longer_than_they_may_is_turned_away_and_their_work_is_not_done() throws Exception {
        coalescer = coalescer(new Limits(1, 50, 100, Duration.ofMillis(20)));
        Future<String> first = running("first");

        assertThatThrownBy(() -> coalescer.submit("late")).isInstanceOf(Coalescer.Busy.class);

        mayEnd.release();
        first.get();
        assertThat(coalescer.waiting()).isZero();
        assertThat(transactions).containsExactly(List.of("first"));
    }

    @Test
    void a_caller_who_is_interrupted_while_they_wait_leaves_the_queue() throws Exception {
        Future<String> first = running("first");
        CountDownLatch left = new CountDownLatch(1);
        Thread caller = new Thread(() -> {
            assertThatThrownBy(() -> coalescer.submit("a")).isInstanceOf(Coalescer.Busy.class);
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
            left.countDown();
        });
        caller.start();
        await(() -> coalescer.waiting() == 1);
        caller.interrupt();

        assertThat(left.await(20, TimeUnit.SECONDS)).isTrue();
        mayEnd.release();
        first.get();
        assertThat(transactions).containsExactly(List.of("first"));
    }

    @Test
    void two_lanes_work_at_the_same_time() throws Exception {
        coalescer = coalescer(new Limits(2, 50, 100, SOON));
        Future<String> first = running("first");
        Future<String> second = running("second");
        List<Future<String>> others = waiting("a", "b");
        mayEnd.release();
        // One of the two has ended, and the other one's lane is still taken.
        await(() -> transactions.size() == 3);
        mayEnd.release(2);

        assertThat(first.get()).isEqualTo("first done");
        assertThat(second.get()).isEqualTo("second done");
        assertThat(others.get(1).get()).isEqualTo("b done");
        assertThat(transactions).containsExactly(List.of("first"), List.of("second"), List.of("a", "b"));
    }

    @Test
    void a_stop_lets_everybody_who_waits_be_served_and_takes_nobody_new() throws Exception {
        running("first");
        List<Future<String>> others = waiting("a", "b");
        CompletableFuture<Void> closed = CompletableFuture.runAsync(() -> coalescer.close(SOON), callers);
        await(() -> isClosed());
        mayEnd.release(2);

        closed.get();
        assertThat(others.get(0).get()).isEqualTo("a done");
        assertThat(others.get(1).get()).isEqualTo("b done");
        assertThat(transactions).hasSize(2);
    }

    /** It refuses without touching the queue; before it is closed, this caller would wait. */
    private boolean isClosed() {
        Thread.currentThread().interrupt();
        try {
            coalescer.submit("new");
            return false;
        } catch (Coalescer.Busy refused) {
            return refused.getMessage().startsWith("Nothing new");
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void a_stop_that_may_take_no_longer_turns_away_those_who_wait() throws Exception {
        Future<String> first = running("first");
        List<Future<String>> others = waiting("a", "b");

        coalescer.close(Duration.ofMillis(1));

        others.forEach(other -> assertThatThrownBy(other::get).hasRootCauseInstanceOf(Coalescer.Busy.class));
        mayEnd.release();
        assertThat(first.get()).isEqualTo("first done");
        assertThat(transactions).hasSize(1);
    }

    @Test
    void of_many_callers_each_is_answered_about_their_own_work_which_is_done_once() throws Exception {
        AtomicInteger done = new AtomicInteger();
        AtomicInteger largest = new AtomicInteger();
        Coalescer<Integer, Integer> numbers = new Coalescer<>(
                new Limits(2, 16, 100, SOON),
                works -> {
                    largest.accumulateAndGet(works.size(), Math::max);
                    done.addAndGet(works.size());
                    return works.stream().map(work -> new Answer.Done<>(-work)).toList();
                },
                work -> work,
                failure -> false);
        List<Future<Boolean>> all = new ArrayList<>();
        for (int caller = 0; caller < 16; caller++) {
            int from = caller * 1_000;
            all.add(callers.submit(() -> IntStream.range(from, from + 1_000)
                    .allMatch(number -> numbers.submit(number).equals(-number))));
        }

        for (Future<Boolean> right : all) {
            assertThat(right.get()).isTrue();
        }
        assertThat(done.get()).isEqualTo(16_000);
        assertThat(largest.get()).isBetween(1, 16);
    }
}
