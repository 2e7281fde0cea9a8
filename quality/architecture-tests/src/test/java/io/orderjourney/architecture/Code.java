package io.orderjourney.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What was compiled: all modules' production classes, and the classes planted beside these tests. */
final class Code {

    /** Read once, and only by who asks. */
    private static final class Production {
        static final JavaClasses CLASSES = new ClassFileImporter().importPaths(compiledFolders());
    }

    /** Built after these tests, and no part of the product. */
    private static final String STORIES = "quality/journey-tests";

    private Code() {}

    static JavaClasses production() {
        return Production.CLASSES;
    }

    /** The tests of all modules, without what is planted here. */
    static JavaClasses tests() {
        return new ClassFileImporter()
                .withImportOption(location -> !location.contains("/planted/"))
                .importPaths(modulesWithTests()
                        .map(Code::compiledTests)
                        .filter(Files::isDirectory)
                        .toList());
    }

    static JavaClasses planted(String... cases) {
        return new ClassFileImporter()
                .importPackages(Stream.of(cases)
                        .map(name -> "io.orderjourney.planted." + name)
                        .toList());
    }

    static boolean isPackageInfo(JavaClass type) {
        return type.getSimpleName().equals("package-info");
    }

    /** Every rule by its name, so that none can be forgotten. */
    static Map<String, ArchRule> rules() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        for (Class<?> holder : List.of(LayoutRules.class, NameRules.class, TimeRules.class, SafetyRules.class)) {
            for (Field field : holder.getDeclaredFields()) {
                if (ArchRule.class.isAssignableFrom(field.getType())) {
                    try {
                        rules.put(field.getName(), (ArchRule) field.get(null));
                    } catch (IllegalAccessException e) {
                        throw new IllegalStateException(e);
                    }
                }
            }
        }
        return rules;
    }

    /** Code that nobody has compiled: no rule has looked at it. */
    static List<Path> notCompiled() {
        return Stream.concat(
                        modulesWithCode().map(Code::compiled),
                        modulesWithTests().map(Code::compiledTests))
                .filter(folder -> !Files.isDirectory(folder))
                .toList();
    }

    private static List<Path> compiledFolders() {
        return modulesWithCode().map(Code::compiled).filter(Files::isDirectory).toList();
    }

    private static Stream<Path> modulesWithCode() {
        return Repository.modules().stream()
                .filter(module -> !module.endsWith(STORIES))
                .filter(module -> !Repository.files(module.resolve("src/main/java"), ".java")
                        .isEmpty());
    }

    private static Stream<Path> modulesWithTests() {
        return Repository.modules().stream()
                .filter(module -> !module.endsWith(STORIES))
                .filter(module -> !Repository.files(module.resolve("src/test/java"), ".java")
                        .isEmpty());
    }

    private static Path compiled(Path module) {
        return module.resolve("target/classes");
    }

    private static Path compiledTests(Path module) {
        return module.resolve("target/test-classes");
    }
}
