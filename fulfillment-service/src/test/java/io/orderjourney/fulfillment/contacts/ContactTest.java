package io.orderjourney.fulfillment.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContactTest {

    @Test
    void a_name_is_found_as_it_is_typed_in_a_hurry() {
        assertThat(Contact.wordsOf("Łukasz Żółć-Nowak")).containsExactly("lukasz", "zolc", "nowak");
        assertThat(Contact.wordsOf("ŽIGA  Čuček")).containsExactly("ziga", "cucek");
        assertThat(Contact.wordsOf("Анна Ёлкина")).containsExactly("анна", "елкина");
        assertThat(Contact.wordsOf(" . ")).isEmpty();
    }
}
