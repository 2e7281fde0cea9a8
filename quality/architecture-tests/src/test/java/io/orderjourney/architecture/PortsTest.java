package io.orderjourney.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An interface earns its file by a second implementation or a test double; those that have neither are counted, and may only become fewer. */
class PortsTest {

    /** As many as there were when they were last counted; lower it when one goes. */
    private static final int UNEARNED_MAX = 41;

    private static final Pattern IMPLEMENTED = Pattern.compile("\\bimplements\\s([^{;]*)");
    private static final Pattern ANONYMOUS = Pattern.compile("\\bnew (\\w+)(?:<[^>]*>)?\\(\\)\\s*\\{");
    private static final Pattern NAME = Pattern.compile("\\w+");

    @Test
    void interfaces_with_one_implementation_and_no_test_double_become_fewer() {
        Set<String> doubled = doubled(Repository.modules().stream()
                .flatMap(module -> Repository.files(module.resolve("src/test/java"), ".java").stream())
                .map(Repository::read)
                .collect(Collectors.joining("\n")));
        List<String> unearned = Code.production().stream()
                .filter(PortsTest::isPort)
                .filter(port -> implementations(port) == 1)
                .filter(port -> !doubled.contains(port.getSimpleName()))
                .map(JavaClass::getName)
                .sorted()
                .toList();
        System.out.println("Interfaces with one implementation and no test double: " + unearned.size());
        unearned.forEach(name -> System.out.println("  " + name));

        assertThat(unearned).hasSizeLessThanOrEqualTo(UNEARNED_MAX);
    }

    @Test
    void a_double_is_a_class_a_nested_class_or_an_anonymous_one() {
        assertThat(doubled("class FakeOrders implements Orders {")).containsExactly("Orders");
        assertThat(doubled("class Fake implements Calls,\n        Orders {"))
                .containsExactlyInAnyOrder("Calls", "Orders");
        assertThat(doubled("Orders orders = new Orders() {")).containsExactly("Orders");
        assertThat(doubled("Source<Order> orders = new Source<Order>() {")).containsExactly("Source");
        assertThat(doubled("Orders orders = new JdbcOrders();")).isEmpty();
        assertThat(doubled("class FakeOrders implements OrdersOfJan {")).doesNotContain("Orders");
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

    /** The types that test code implements, all found in one reading: it is long. */
    private static Set<String> doubled(String testCode) {
        Stream<String> classes = IMPLEMENTED
                .matcher(testCode)
                .results()
                .flatMap(found -> NAME.matcher(found.group(1)).results())
                .map(MatchResult::group);
        Stream<String> anonymous = ANONYMOUS.matcher(testCode).results().map(found -> found.group(1));
        return Stream.concat(classes, anonymous).collect(Collectors.toSet());
    }
}
