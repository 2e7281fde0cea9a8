package io.orderjourney.fulfillment.catalogue.rest;

import io.orderjourney.fulfillment.catalogue.UnknownGoods;
import io.orderjourney.rest.problem.FieldError;
import io.orderjourney.rest.problem.Problem;
import io.orderjourney.rest.problem.ProblemMapping;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.IntStream;

/** Names the field that holds what the shop does not have. */
@ApplicationScoped
public class UnknownGoodsProblem {

    @Produces
    @Singleton
    ProblemMapping<UnknownGoods> unknownGoods() {
        return ProblemMapping.of(UnknownGoods.class, refused -> of(refused, List.of()));
    }

    /**
     * 422 {@code validation}.
     *
     * @param skus those of the request's lines, in their order; empty if they do not stand in lines
     */
    public static Problem of(UnknownGoods refused, List<String> skus) {
        if (refused.pickupPoint() != null) {
            return Problem.validation(
                    FieldError.at("/pickupPoint", "pickup-point-unknown", "There is no such pickup point."));
        }
        List<FieldError> lines = IntStream.range(0, skus.size())
                .filter(line -> refused.skus().contains(skus.get(line)))
                .mapToObj(line -> unknown("/lines/" + line + "/sku"))
                .toList();
        return Problem.validation(
                lines.isEmpty() ? new FieldError[] {unknown("/lines")} : lines.toArray(FieldError[]::new));
    }

    private static FieldError unknown(String pointer) {
        return FieldError.at(pointer, "article-unknown", "There is no such article in the catalogue.");
    }
}
