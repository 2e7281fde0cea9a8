package io.orderjourney.credit.roster.db;

import java.time.LocalDate;

/** The key of what an expert has once a day: a shift, a check-in. */
record ExpertDay(String expertId, LocalDate date) {}
