package io.orderjourney.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsTest {

    @TempDir
    Path directory;

    @Test
    void they_are_made_once_and_kept() {
        Credentials first = Credentials.in(directory);

        assertThat(Credentials.in(directory)).isEqualTo(first);
    }

    @Test
    void two_stacks_share_no_secret() {
        Credentials one = Credentials.in(directory.resolve("one"));
        Credentials other = Credentials.in(directory.resolve("other"));

        assertThat(one.tokens().values())
                .doesNotContainAnyElementsOf(other.tokens().values());
        assertThat(one.bankWebhookSecret()).isNotEqualTo(other.bankWebhookSecret());
        assertThat(one.tokens().values()).doesNotHaveDuplicates();
    }

    @Test
    void only_the_owner_can_read_them() throws Exception {
        Credentials.in(directory);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(Credentials.file(directory))))
                .isEqualTo("rw-------");
    }

    @Test
    void a_name_that_was_added_later_gets_its_token_and_the_others_keep_theirs() throws Exception {
        Credentials before = Credentials.in(directory);
        Path file = Credentials.file(directory);
        Files.writeString(file, Files.readString(file).replace("\"mobile-import\"", "\"somebody-else\""));

        Credentials after = Credentials.in(directory);

        assertThat(after.token("mobile-import")).isNotEqualTo(before.token("mobile-import"));
        assertThat(after.token("operator")).isEqualTo(before.token("operator"));
    }

    @Test
    void services_get_every_name_with_its_role() {
        Credentials credentials = Credentials.in(directory);

        assertThat(credentials.accessTokens().split(","))
                .contains("pickup-point:PICKUP_POINT:" + credentials.token("pickup-point"))
                .hasSize(Credentials.names().size());
    }

    @Test
    void an_unknown_name_is_refused_with_the_known_ones() {
        assertThatThrownBy(() -> Credentials.in(directory).token("boss")).hasMessageContaining("storefront");
    }

    @Test
    void they_do_not_print_themselves() {
        Credentials credentials = Credentials.in(directory);

        assertThat(credentials.toString()).doesNotContain(credentials.token("operator"));
    }
}
