package io.orderjourney.fulfillment.supply;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What of an order its customer has already, what lies at the counter for them, and what is not here yet. A line is a whole:
 * it is here once its last piece is.
 */
public record GoodsParts(List<ReservedLine> handedOver, List<ReservedLine> here, List<ReservedLine> coming) {

    public GoodsParts {
        handedOver = List.copyOf(handedOver);
        here = List.copyOf(here);
        coming = List.copyOf(coming);
    }

    /** The parts of an order with these lines. */
    public static GoodsParts of(Collection<ReservedLine> lines) {
        return new GoodsParts(
                lines.stream().filter(ReservedLine::handedOver).toList(),
                lines.stream().filter(ReservedLine::isHere).toList(),
                lines.stream().filter(line -> line.missing() > 0).toList());
    }

    /** Some goods are here and some are not. */
    public boolean isSplit() {
        return !here.isEmpty() && !coming.isEmpty();
    }

    /** The customer has some of their goods. */
    public boolean hasBegun() {
        return !handedOver.isEmpty();
    }

    /** All lines, in the order in which they reach the customer. */
    public Stream<ReservedLine> lines() {
        return Stream.of(handedOver, here, coming).flatMap(List::stream);
    }

    /** What is here as one text, to see whether it is still the same. */
    public String hereAsText() {
        return here.stream().map(ReservedLine::sku).sorted().collect(Collectors.joining(" "));
    }
}
