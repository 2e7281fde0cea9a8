package io.orderjourney.order.inquiries;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.order.inquiries.ToneCheck.Fault;
import io.orderjourney.order.inquiries.ToneCheck.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToneCheckTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en | BLAME   | Unfortunately it is the courier's fault.          | the courier's fault
                    en | BLAME   | You should have read the terms.                   | You should have
                    en | DRY     | There is nothing we can do.                       | nothing we can do
                    en | DRY     | As already stated, it is closed.                  | As already stated
                    en | NO_DATE | It comes in a few days.                           | in a few days
                    en | NO_DATE | We don't know when it comes.                      | We don't know when
                    pl | BLAME   | To wina kuriera, nie nasza.                       | To wina kuriera
                    pl | BLAME   | Paczkę zniszczono z winy dostawcy.                | z winy
                    pl | DRY     | Nic nie możemy zrobić.                            | Nic nie możemy zrobić
                    pl | DRY     | Zgodnie z regulaminem towaru nie przyjmujemy.     | Zgodnie z regulaminem
                    pl | NO_DATE | Prosimy poczekać kilka dni.                       | kilka dni
                    pl | NO_DATE | Nie wiemy, kiedy telefon będzie dostępny.         | Nie wiemy, kiedy
                    sl | BLAME   | Kriv je dostavljavec.                             | Kriv je
                    sl | DRY     | Nič ne moremo, to ni naš oddelek.                 | Nič ne moremo
                    sl | NO_DATE | Ne vemo, kdaj bo na zalogi.                       | Ne vemo, kdaj
                    sl | NO_DATE | Pokličite čez nekaj dni.                          | nekaj dni
                    ru | BLAME   | Посылка повреждена по вине курьера.               | по вине
                    ru | BLAME   | В этом виноват поставщик.                         | виноват
                    ru | DRY     | Ничего не можем сделать.                          | Ничего не можем сделать
                    ru | NO_DATE | Не знаем, когда привезут.                         | Не знаем, когда
                    ru | NO_DATE | Товар придёт через несколько дней.                | через несколько дней
                    """)
    void words_that_a_customer_should_not_read_are_named(String language, Fault fault, String text, String words) {
        assertThat(ToneCheck.of(text, language))
                .extracting(Finding::fault, Finding::words)
                .contains(org.assertj.core.groups.Tuple.tuple(fault, words));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en | We are sorry that your parcel arrived damaged. A new one leaves on Friday.
                    en | Your order will be ready sooner than we said: on Friday at 10:00.
                    pl | Przepraszamy za uszkodzoną paczkę. Nową wyślemy w piątek, a karton oznaczymy.
                    pl | Wino dotrze w piątek.
                    sl | Opravičujemo se za poškodovan paket. Novega pošljemo v petek.
                    ru | Приносим извинения за повреждённую посылку. Новую отправим в пятницу.
                    ru | Скоростная доставка приедет в пятницу.
                    """)
    void warm_words_with_a_date_are_left_alone(String language, String text) {
        // "soon" is no date, but "sooner than we said" is followed by one.
        assertThat(ToneCheck.of(text, language)).isEmpty();
    }

    @Test
    void findings_come_in_the_order_of_the_text() {
        assertThat(ToneCheck.of("Nie wiemy, kiedy. To wina kuriera.", "pl-PL"))
                .extracting(Finding::fault)
                .containsExactly(Fault.NO_DATE, Fault.BLAME);
    }

    @Test
    void a_language_that_is_not_known_is_not_judged() {
        assertThat(ToneCheck.of("Das ist die Schuld des Kuriers.", "de")).isEmpty();
    }
}
