package io.orderjourney.rest.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTokensTest {

    private static final String TOKEN = "0123456789abcdef";

    @Test
    void a_token_names_its_holder_and_his_roles() {
        AccessTokens tokens = AccessTokens.parse("shop:STOREFRONT:" + TOKEN + ", desk-1:SALES|CREDIT:other:" + TOKEN);

        assertThat(tokens.holder(TOKEN)).contains(new AccessTokens.Holder("shop", Set.of("STOREFRONT")));
        assertThat(tokens.holder("other:" + TOKEN))
                .contains(new AccessTokens.Holder("desk-1", Set.of("SALES", "CREDIT")));
    }

    @Test
    void one_name_may_have_an_old_and_a_new_token() {
        AccessTokens tokens = AccessTokens.parse("shop:STOREFRONT:" + TOKEN + ",shop:STOREFRONT:" + TOKEN + "new");

        assertThat(tokens.holder(TOKEN)).isEqualTo(tokens.holder(TOKEN + "new")).isPresent();
    }

    @Test
    void anything_but_the_whole_token_is_nobody() {
        AccessTokens tokens = AccessTokens.parse("shop:STOREFRONT:" + TOKEN);

        for (String wrong :
                new String[] {"", TOKEN + "x", TOKEN.substring(1), TOKEN.toUpperCase(java.util.Locale.ROOT), "é"}) {
            assertThat(tokens.holder(wrong)).as(wrong).isEqualTo(Optional.empty());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "shop",
                "shop:STOREFRONT",
                "shop:STOREFRONT:0123456789abcde",
                "shop:STOREFRONT:0123456789 abcdef",
                "shop:STOREFRONT:0123456789abcdeé",
                "shop::0123456789abcdef",
                "shop:storefront:0123456789abcdef",
                "shop:STOREFRONT|ADMIN:0123456789abcdef",
                "shop:STOREFRONT|:|0123456789abcdef",
                "Shop:STOREFRONT:0123456789abcdef",
                ":STOREFRONT:0123456789abcdef",
                "sh op:STOREFRONT:0123456789abcdef",
                "shop:STOREFRONT:0123456789abcdef,",
                "shop:STOREFRONT:0123456789abcdef,sales:SALES:0123456789abcdef",
            })
    void an_unclear_or_weak_entry_stops_the_start_and_is_not_repeated(String configured) {
        assertThatThrownBy(() -> AccessTokens.parse(configured))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("Entry ")
                .hasMessageNotContaining("0123456789");
    }

    @Test
    void without_tokens_a_service_does_not_start() {
        assertThatThrownBy(() -> new TokenIdentities(Optional.empty()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("JOURNEY_ACCESS_TOKENS");
    }
}
