package io.orderjourney.foresight;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What was begun and what was done so far, by one shop on one way (a kind of promise, a partner), and the forecast that follows from
 * it. It is told of each thing when it happens and knows nothing of what comes after: work that is still open counts as open so long.
 */
public final class HandlingHistory {

    /** With fewer finished works no forecast is given: the promised day is the best word. */
    static final int FINISHED_MIN = 100;

    private static final int RELEARN_DAYS = 14;
    private static final int REMEMBERED_DAYS = 400;
    /** More works teach nothing new: of more, every second, third, ... is taken. */
    private static final int TEACHERS_MAX = 20_000;

    private static final int HOURS = 24;

    private final Map<String, Course> courses = new HashMap<>();
    private final List<Course> inOrder = new ArrayList<>();
    private final DailyChance chance = new DailyChance();
    private final int[] doneInHour = new int[HOURS];
    private int finished;
    private @Nullable LocalDate learnedOn;

    /** One work and how it went so far. */
    static final class Course {
        private Work work;
        private @Nullable LocalDateTime finishedAt;

        Course(Work work) {
            this.work = work;
        }

        Work work() {
            return work;
        }

        LocalDate firstDay() {
            return work.startedAt().toLocalDate().plusDays(1);
        }

        /** What is done on the day it began counts with the day after. */
        private LocalDate lastDay() {
            LocalDateTime at = finishedAt;
            LocalDate day = at == null ? LocalDate.MAX : at.toLocalDate();
            return day.isBefore(firstDay()) ? firstDay() : day;
        }

        LocalDate lastDayBefore(LocalDate limit) {
            return lastDay().isBefore(limit) ? lastDay() : limit.minusDays(1);
        }

        boolean isDoneOn(LocalDate day) {
            return day.equals(lastDay());
        }
    }

    public void started(String id, Work work) {
        Course course = new Course(work);
        if (courses.putIfAbsent(id, course) != null) {
            throw new IllegalArgumentException("Work " + id + " was begun before");
        }
        inOrder.add(course);
    }

    public void handedOver(String id, LocalDateTime at) {
        Course course = open(id);
        course.work = course.work.handedOver(at);
    }

    public void finished(String id, LocalDateTime at) {
        open(id).finishedAt = at;
        courses.remove(id);
        finished++;
        doneInHour[at.getHour()]++;
    }

    /** The work as it is known now. */
    public Work work(String id) {
        return open(id).work;
    }

    /**
     * When open work will be done, given that it is not done at {@code now}; empty while too little was finished to say. Asked at times
     * that only go forward.
     */
    public Optional<RemainingTime> remaining(String id, LocalDateTime now) {
        Work work = open(id).work;
        if (finished < FINISHED_MIN) {
            return Optional.empty();
        }
        LocalDate today = now.toLocalDate();
        if (learnedOn == null || !learnedOn.plusDays(RELEARN_DAYS).isAfter(today)) {
            LocalDate from = today.minusDays(REMEMBERED_DAYS);
            inOrder.removeIf(course -> course.lastDay().isBefore(from));
            chance.learn(teachers(), from, today);
            learnedOn = today;
        }
        return Optional.of(RemainingTime.of(day -> chance.on(day, work), today, shareDoneBefore(now)));
    }

    private List<Course> teachers() {
        int every = 1 + inOrder.size() / TEACHERS_MAX;
        return IntStream.range(0, inOrder.size())
                .filter(number -> number % every == 0)
                .mapToObj(inOrder::get)
                .toList();
    }

    /** The share of a day's work that is done before this time of the day. */
    private double shareDoneBefore(LocalDateTime now) {
        double before = 0;
        for (int hour = 0; hour < now.getHour(); hour++) {
            before += doneInHour[hour];
        }
        before += doneInHour[now.getHour()] * (now.getMinute() / 60.0);
        return before / finished;
    }

    private Course open(String id) {
        Course course = courses.get(id);
        if (course == null) {
            throw new IllegalArgumentException("Work " + id + " is not open");
        }
        return course;
    }
}
