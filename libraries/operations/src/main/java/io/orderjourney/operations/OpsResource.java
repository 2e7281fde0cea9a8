package io.orderjourney.operations;

import io.micrometer.core.instrument.Measurement;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Statistic;
import io.micrometer.core.instrument.Tag;
import io.orderjourney.operations.OpsPage.Line;
import io.orderjourney.operations.OpsPage.Section;
import io.orderjourney.rest.access.Roles;
import io.orderjourney.time.BusinessClock;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The figures of this service for an operator without Grafana, from the meters themselves: a look asks no database. */
@Path("/ops")
@Produces(MediaType.TEXT_HTML)
public class OpsResource {

    private static final String OURS = "journey.";
    private static final List<String> PROMISES = List.of("journey.promises.", "journey.notice.");
    private static final List<String> WAITING =
            List.of("journey.outbox.", "journey.consumer.", "journey.deadletters.", "journey.watch.", "journey.loop.");

    private final MeterRegistry registry;
    private final BusinessClock clock;
    private final String service;

    OpsResource(
            MeterRegistry registry,
            BusinessClock clock,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.registry = registry;
        this.clock = clock;
        this.service = service;
    }

    @GET
    @RolesAllowed(Roles.OPERATOR)
    @Operation(hidden = true)
    public Response page() {
        Predicate<Meter> promises = meter -> isOf(meter, PROMISES);
        Predicate<Meter> waiting = meter -> isOf(meter, WAITING);
        String html = OpsPage.render(
                service,
                clock.instant().toString(),
                List.of(
                        new Section("Promises", lines(promises)),
                        new Section("What waits, and what fails", lines(waiting)),
                        new Section(
                                "Everything else", lines(promises.or(waiting).negate()))));
        return Response.ok(html, MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Content-Security-Policy", OpsPage.contentSecurityPolicy())
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private static boolean isOf(Meter meter, List<String> names) {
        return names.stream().anyMatch(name -> meter.getId().getName().startsWith(name));
    }

    private List<Line> lines(Predicate<Meter> wanted) {
        return registry.getMeters().stream()
                .filter(meter -> meter.getId().getName().startsWith(OURS))
                .filter(wanted)
                .map(OpsResource::line)
                .sorted(Comparator.comparing(Line::name).thenComparing(Line::tags))
                .toList();
    }

    private static Line line(Meter meter) {
        Meter.Id id = meter.getId();
        return new Line(
                id.getName(),
                Objects.requireNonNullElse(id.getDescription(), ""),
                id.getTags().stream()
                        .map(Tag::getValue)
                        .filter(value -> !value.isEmpty())
                        .collect(Collectors.joining(", ")),
                StreamSupport.stream(meter.measure().spliterator(), false)
                        .map(OpsResource::value)
                        .collect(Collectors.joining(", ")));
    }

    private static String value(Measurement measurement) {
        Statistic statistic = measurement.getStatistic();
        String number = number(measurement.getValue());
        return statistic == Statistic.VALUE || statistic == Statistic.COUNT
                ? number
                : statistic.getTagValueRepresentation() + " " + number;
    }

    private static String number(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return "unknown";
        }
        return BigDecimal.valueOf(value)
                .setScale(1, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
