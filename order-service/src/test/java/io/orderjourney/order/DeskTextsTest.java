package io.orderjourney.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.console.ConsoleTexts;
import io.orderjourney.contracts.Channel;
import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.InquiryChannel;
import io.orderjourney.contracts.JourneyEnd;
import io.orderjourney.contracts.NoticeSubject;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.WaitingReason;
import io.orderjourney.order.answercard.Stage;
import io.orderjourney.order.customers.ContactPolicy;
import io.orderjourney.order.orders.LinesPolicy;
import io.orderjourney.promises.Outlook;
import io.orderjourney.promises.ShopPolicies;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeskTextsTest {

    private static final String CARD = "io.orderjourney.order.answercard.card";

    private static final String CARE = "io.orderjourney.order.care.care";

    @ParameterizedTest
    @ValueSource(strings = {"io.orderjourney.order.orders.sales", CARE, CARD})
    void every_language_has_every_text(String bundle) {
        for (String language : ConsoleTexts.LANGUAGES) {
            assertThat(texts(bundle, language).keySet())
                    .as(language)
                    .isEqualTo(texts(bundle, "en").keySet());
        }
    }

    @Test
    void every_value_that_a_card_can_show_has_words() {
        Map<String, List<?>> shown = Map.of(
                "turn", List.of(WaitingReason.values()),
                "stage", List.of(Stage.values()),
                "of", List.of(Desk.values()),
                "outlook", List.of(Outlook.values()),
                "reason", List.of(ReasonCode.values()),
                "subject", List.of(NoticeSubject.values()),
                "channel", List.of(Channel.values()),
                "step", List.copyOf(ShopPolicies.initial().kinds().keySet()),
                "kind", List.copyOf(ShopPolicies.initial().kinds().keySet()));

        shown.forEach((kind, values) -> assertThat(texts(CARD, "en").keySet())
                .containsAll(values.stream().map(value -> kind + "." + value).toList()));
    }

    @Test
    void every_value_that_customer_care_can_show_has_words() {
        Map<String, List<?>> shown = Map.of(
                "desk", List.of(Desk.values()),
                "channel", List.of(InquiryChannel.values()),
                "say.turn", List.of(WaitingReason.values()),
                "say.over", List.of(JourneyEnd.values()),
                "refused", List.of(ContactPolicy.Violation.values()),
                "refused.lines", List.of(LinesPolicy.Obstacle.values()));

        shown.forEach((kind, values) -> assertThat(texts(CARE, "en").keySet())
                .containsAll(values.stream().map(value -> kind + "." + value).toList()));
    }

    private static ResourceBundle texts(String bundle, String language) {
        return ResourceBundle.getBundle(
                bundle,
                Locale.forLanguageTag(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
