package io.orderjourney.rest.conditional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orderjourney.rest.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionsTest {

    @ParameterizedTest
    @ValueSource(strings = {"\"v7\"", " \"v7\" ", "\"v6\", \"v7\"", "\"v7\",\"other\""})
    void the_current_version_passes(String ifMatch) {
        assertThatCode(() -> Versions.requireMatch(ifMatch, 7)).doesNotThrowAnyException();
        assertThatCode(() -> Versions.requireMatch(Versions.etag(0), 0)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|428",
                " ` `|428",
                "*|428",
                "\"v6\"|412",
                "\"v8\"|412",
                "W/\"v7\"|412",
                "\"other\"|412",
                "\"V7\"|412",
                "\"v07\"|412",
                "\"v6\", \"v8\"|412",
                "v7|400",
                "7|400",
                "\"v7|400",
                "\"v7\" \"v7\"|400",
                "\"v7\",|400",
                ",|400",
                "W/|400",
            })
    void anything_else_is_refused(String ifMatch, int status) {
        Problem problem = catchThrowableOfType(Problem.class, () -> Versions.requireMatch(ifMatch, 7));

        assertThat(problem.status()).isEqualTo(status);
    }

    @Test
    void a_missing_header_is_refused() {
        assertThat(catchThrowableOfType(Problem.class, () -> Versions.requireMatch(null, 7))
                        .status())
                .isEqualTo(428);
    }

    @Test
    void a_version_beyond_all_numbers_is_only_stale() {
        assertThat(catchThrowableOfType(Problem.class, () -> Versions.requireMatch("\"v" + "9".repeat(30) + "\"", 7))
                        .status())
                .isEqualTo(412);
    }

    @Test
    void many_tags_are_not_compared() {
        assertThat(catchThrowableOfType(Problem.class, () -> Versions.requireMatch("\"v1\",".repeat(10) + "\"v7\"", 7))
                        .status())
                .isEqualTo(400);
    }
}
