package io.orderjourney.notification.notices;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.orders.LineChange;
import java.util.List;
import org.junit.jupiter.api.Test;

class UntoldChangesTest {

    @Test
    void two_changes_of_an_article_are_told_as_one() {
        assertThat(UntoldChanges.together(
                        List.of(new LineChange("CASE", "Case", 1, 2)), List.of(new LineChange("CASE", "Case", 2, 5))))
                .containsExactly(new LineChange("CASE", "Case", 1, 5));
    }

    @Test
    void what_is_again_as_it_was_is_not_told_and_the_others_are() {
        assertThat(UntoldChanges.together(
                        List.of(new LineChange("CASE", "Case", 0, 2), new LineChange("PHONE", "Phone", 1, 2)),
                        List.of(new LineChange("CASE", "Case", 2, 0), new LineChange("GLASS", "Glass", 0, 1))))
                .containsExactly(new LineChange("PHONE", "Phone", 1, 2), new LineChange("GLASS", "Glass", 0, 1));
    }
}
