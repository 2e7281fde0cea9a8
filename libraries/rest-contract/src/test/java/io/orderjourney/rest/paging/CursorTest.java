package io.orderjourney.rest.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderjourney.rest.problem.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    private static final String LIST = "promises?desk=CREDIT";
    private static final Instant DUE_AT = Instant.parse("2026-03-02T09:00:00.123456Z");

    @Test
    void a_place_comes_back_as_it_was() {
        UUID id = UUID.randomUUID();
        Cursor back = Cursor.decode(LIST, Cursor.of(DUE_AT, id, 42, "Łódź").encode(LIST));

        assertThat(back.instant(0)).isEqualTo(DUE_AT);
        assertThat(back.uuid(1)).isEqualTo(id);
        assertThat(back.number(2)).isEqualTo(42);
        assertThat(back.text(3)).isEqualTo("Łódź");
    }

    @Test
    void a_cursor_of_another_list_is_refused() {
        String word = Cursor.of(DUE_AT).encode(LIST);

        assertThatThrownBy(() -> Cursor.decode("promises?desk=SALES", word)).isInstanceOf(Problem.class);
    }

    @Test
    void a_value_of_another_type_is_refused() {
        Cursor cursor = Cursor.decode(LIST, Cursor.of("word").encode(LIST));

        assertThatThrownBy(() -> cursor.instant(0)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> cursor.uuid(0)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> cursor.number(0)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> cursor.text(1)).isInstanceOf(Problem.class);
    }

    @Test
    void a_time_that_no_database_holds_is_no_place() {
        Cursor cursor = Cursor.decode(LIST, Cursor.of(Instant.MAX, Instant.MIN).encode(LIST));

        assertThatThrownBy(() -> cursor.instant(0)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> cursor.instant(1)).isInstanceOf(Problem.class);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13})
    void a_changed_cursor_is_refused(long seed) {
        Random random = new Random(seed);
        String word = Cursor.of(DUE_AT, UUID.randomUUID()).encode(LIST);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=+/ \u0000é";
        for (int i = 0; i < 1000; i++) {
            StringBuilder changed = new StringBuilder(word);
            int at = random.nextInt(word.length());
            char other = alphabet.charAt(random.nextInt(alphabet.length()));
            switch (random.nextInt(3)) {
                case 0 -> changed.setCharAt(at, other);
                case 1 -> changed.insert(at, other);
                default -> changed.deleteCharAt(at);
            }
            if (changed.toString().equals(word)) {
                continue;
            }
            assertThatThrownBy(() -> Cursor.decode(LIST, changed.toString()))
                    .as("seed " + seed + ": " + changed)
                    .isInstanceOf(Problem.class);
        }
    }

    @Test
    void a_page_has_a_next_one_only_if_a_row_was_left_over() {
        PageRequest request = PageRequest.of(LIST, "3", null);
        List<Integer> three = List.of(1, 2, 3);
        List<Integer> four = List.of(1, 2, 3, 4);

        assertThat(request.rowsWanted()).isEqualTo(4);
        assertThat(Page.of(three, request, Cursor::of)).isEqualTo(new Page<>(three, null));
        Page<Integer> page = Page.of(four, request, Cursor::of);
        assertThat(page.items()).isEqualTo(three);
        assertThat(PageRequest.of(LIST, null, page.next()).after().orElseThrow().number(0))
                .isEqualTo(3);
        assertThat(page.map(item -> "no. " + item))
                .isEqualTo(new Page<>(List.of("no. 1", "no. 2", "no. 3"), page.next()));
    }

    @Test
    void a_limit_is_one_to_two_hundred() {
        assertThat(PageRequest.of(LIST, null, null).limit()).isEqualTo(50);
        assertThat(IntStream.of(1, 200)
                        .map(limit -> PageRequest.of(LIST, Integer.toString(limit), null)
                                .limit()))
                .containsExactly(1, 200);
        for (String limit : List.of("0", "201", "", "-1", "1.0", "1e2", " 5", "٥", "1000")) {
            assertThatThrownBy(() -> PageRequest.of(LIST, limit, null)).isInstanceOf(Problem.class);
        }
    }
}
