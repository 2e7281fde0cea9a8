package io.orderjourney.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** An interface earns its file by a second implementation or a test double; those that have neither are counted, and may only become fewer. */
class PortsTest {

    /** As many as there were when they were last counted; lower it when one goes. */
    private static final int UNEARNED_MAX = 41;

    @Test
    void interfaces_with_one_implementation_and_no_test_double_become_fewer() {
        String testCode = Repository.modules().stream()
                .flatMap(module -> Repository.files(module.resolve("src/test/java"), ".java").stream())
                .map(Repository::read)
                .collect(Collectors.joining("\n"));
        List<String> unearned = Code.production().stream()
                .filter(PortsTest::isPort)
                .filter(port -> implementations(port) == 1)
                .filter(port -> !hasDouble(port.getSimpleName(), testCode))
                .map(JavaClass::getName)
                .sorted()
                .toList();
        System.out.println("Interfaces with one implementation and no test double: " + unearned.size());
        unearned.forEach(name -> System.out.println("  " + name));

        assertThat(unearned).hasSizeLessThanOrEqualTo(UNEARNED_MAX);
    }

    @Test
    void a_double_is_a_class_a_nested_class_or_an_anonymous_one() {
        assertThat(hasDouble("Orders", "class FakeOrders implements Orders {")).isTrue();
        assertThat(hasDouble("Orders", "class Fake implements Calls,\n        Orders {"))
                .isTrue();
        assertThat(hasDouble("Orders", "Orders orders = new Orders() {")).isTrue();
        assertThat(hasDouble("Orders", "Orders orders = new JdbcOrders();")).isFalse();
        assertThat(hasDouble("Orders", "class FakeOrders implements OrdersOfJan {"))
                .isFalse();
    }

    private static boolean isPort(JavaClass type) {
        return type.isInterface()
                && !type.isAnnotation()
                && !type.isNestedClass()
                && type.getPackageName().startsWith("io.orderjourney")
                && type.getMethods().stream()
                        .anyMatch(method -> method.getModifiers().contains(JavaModifier.ABSTRACT));
    }

    private static long implementations(JavaClass port) {
        return port.getAllSubclasses().stream()
                .filter(type -> !type.isInterface())
                .count();
    }

    private static boolean hasDouble(String port, String testCode) {
        return Pattern.compile("\\bimplements\\s[^{;]*\\b" + port + "\\b|\\bnew " + port + "(<[^>]*>)?\\(\\)\\s*\\{")
                .matcher(testCode)
                .find();
    }
}
