package io.orderjourney.credit.applications.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of applications.
 *
 * @param next cursor of the page after this one; absent on the last page
 */
public record ApplicationPage(
        List<ApplicationSummary> items, @Nullable String next) {}
