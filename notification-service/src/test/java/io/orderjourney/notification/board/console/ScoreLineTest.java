package io.orderjourney.notification.board.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.console.ConsoleTexts;
import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.DeskTaskKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.notification.ledger.LedgerStatus;
import io.orderjourney.notification.ledger.Score;
import io.orderjourney.promises.Outlook;
import io.orderjourney.promises.ShopPolicies;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScoreLineTest {

    private static final Score SALES = new Score(
            "SALES",
            Map.of(
                    LedgerStatus.KEPT_ON_TIME, 6L,
                    LedgerStatus.RESCHEDULED_WITH_NOTICE, 3L,
                    LedgerStatus.MISSED_UNANNOUNCED, 1L,
                    LedgerStatus.WITHDRAWN, 5L));

    @Test
    void the_bar_has_a_part_for_each_end_that_happened_and_ends_at_its_length() {
        ScoreLine row = ScoreLine.of(SALES, "Sales");

        assertThat(row.bars())
                .containsExactly(
                        new ScoreLine.Bar("good", "0.00", "60.00"),
                        new ScoreLine.Bar("told", "60.00", "30.00"),
                        new ScoreLine.Bar("bad", "90.00", "10.00"));
        assertThat(row.total()).as("without what was withdrawn").isEqualTo(10);
        assertThat(row.onTime()).isEqualTo("60.0");
    }

    @Test
    void a_spreadsheet_gets_the_numbers_and_no_formula() {
        assertThat(ScoreLine.csv(List.of(ScoreLine.of(SALES, "Sales"))))
                .isEqualTo(
                        "group,kept_on_time,rescheduled_with_notice,rescheduled_late,missed_unannounced,withdrawn,total,"
                                + "kept_on_time_percent\r\n\"SALES\",6,3,0,1,5,10,60.0\r\n");
        assertThat(ScoreLine.csv(List.of(ScoreLine.of(new Score("=1+\"1\"", Map.of()), "x"))))
                .contains("\"'=1+\"\"1\"\"\",0,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "pl", "sl", "ru"})
    void every_value_that_the_board_can_show_has_words(String language) {
        Map<String, List<?>> shown = Map.of(
                "of", List.of(Desk.values()),
                "outlook", List.of(Outlook.values()),
                "reason", List.of(ReasonCode.values()),
                "status", List.of(LedgerStatus.values()),
                "task", List.of(DeskTaskKind.values()),
                "by", List.of(Score.By.values()),
                "kind", List.copyOf(ShopPolicies.initial().kinds().keySet()));

        assertThat(texts(language).keySet()).isEqualTo(texts("en").keySet());
        shown.forEach((kind, values) -> assertThat(texts(language).keySet())
                .containsAll(values.stream().map(value -> kind + "." + value).toList()));
        assertThat(ConsoleTexts.LANGUAGES).contains(language);
    }

    private static ResourceBundle texts(String language) {
        return ResourceBundle.getBundle(
                "io.orderjourney.notification.board.board",
                Locale.forLanguageTag(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
