package io.orderjourney.architecture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Checks what Markdown says about the repository: the files it links to, the headings it jumps to, the paths it names between backticks
 * and the tests that it says show something.
 */
final class Documents {

    private static final Pattern FENCE = Pattern.compile("(?ms)^\\s*(```|~~~).*?^\\s*\\1\\s*$");
    private static final Pattern LINK =
            Pattern.compile("\\[[^\\]\\[]*(?:\\[[^\\]]*\\][^\\]\\[]*)*\\]\\(<?([^)\\s>]+)>?[^)]*\\)");
    private static final Pattern REFERENCE = Pattern.compile("(?m)^\\s*\\[[^\\]]+\\]:\\s*(\\S+)");
    private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern COMMAND = Pattern.compile("(?m)(?:^|\\s)(\\./[A-Za-z][\\w./-]*)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6}\\s+(.+?)\\s*#*$");
    private static final Pattern PATH = Pattern.compile("(?:\\.{0,2}/)?[\\w.@-]+(?:/[\\w.@-]+)*/?");
    private static final Pattern FILE_ENDING =
            Pattern.compile(".*\\.(md|java|sql|json|ya?ml|xml|sh|html|css|js|properties|txt|ts|csv|svg|png)");
    private static final Pattern TEST_CLASS =
            Pattern.compile("([A-Z]\\w*(?:Test|Tests|IT|Story))(?:[.#](\\w+)(?:\\(\\))?)?");
    private static final Pattern TEST_SENTENCE = Pattern.compile("[a-z][a-z0-9]*(?:_[a-z0-9]+){3,}");

    private final Path root;
    private final List<Path> files;
    private final Set<Path> javaFiles;
    private final String testCode;

    Documents(Path root) {
        this.root = root;
        this.files = Repository.files(root, "");
        this.javaFiles = new HashSet<>(Repository.files(root, ".java"));
        this.testCode = javaFiles.stream()
                .filter(file -> file.toString().contains("/src/test/")
                        || file.getFileName().toString().endsWith("Test.java"))
                .map(Repository::read)
                .collect(Collectors.joining("\n"));
    }

    List<Path> all() {
        return Repository.files(root, ".md");
    }

    /** What one document says that is not so. */
    List<String> mistakes(Path document) {
        String text = Repository.read(document);
        String prose = FENCE.matcher(text).replaceAll("");
        List<String> mistakes = new ArrayList<>();
        for (Pattern pattern : List.of(LINK, REFERENCE)) {
            for (String link : all(pattern, CODE.matcher(prose).replaceAll("code"))) {
                checkLink(document, link, mistakes);
            }
        }
        for (String code : all(CODE, prose)) {
            checkPath(document, code.trim(), mistakes);
            checkTest(document, code.trim(), mistakes);
        }
        for (String command : all(COMMAND, text)) {
            if (!exists(document, command)) {
                mistakes.add(say(document, "runs " + command + ", which does not exist"));
            }
        }
        return mistakes;
    }

    private void checkLink(Path document, String link, List<String> mistakes) {
        if (link.contains("://") || link.startsWith("mailto:")) {
            return;
        }
        int hash = link.indexOf('#');
        String path = hash < 0 ? link : link.substring(0, hash);
        Path target = path.isEmpty() ? document : document.resolveSibling(path).normalize();
        if (path.startsWith("/") || !Files.exists(target)) {
            mistakes.add(say(document, "links to " + link + ", which does not exist"));
        } else if (hash >= 0
                && target.toString().endsWith(".md")
                && !anchors(target).contains(link.substring(hash + 1))) {
            mistakes.add(say(document, "links to " + link + ", but there is no such heading"));
        }
    }

    /** A text between backticks is taken for a path if it ends like a file or begins with a folder that is here. */
    private void checkPath(Path document, String code, List<String> mistakes) {
        if (!PATH.matcher(code).matches() || code.startsWith("/")) {
            return;
        }
        boolean slashed = code.contains("/");
        if (slashed && Repository.NOT_OURS.contains(code.substring(0, code.indexOf('/')))) {
            return;
        }
        boolean likeFile = FILE_ENDING.matcher(code).matches() && (slashed || code.endsWith(".md"));
        boolean inFolder = slashed && Files.isDirectory(root.resolve(code.substring(0, code.indexOf('/', 1))));
        if ((likeFile || inFolder || code.startsWith("./")) && !exists(document, code)) {
            mistakes.add(say(document, "names the path " + code + ", which does not exist"));
        }
    }

    private void checkTest(Path document, String code, List<String> mistakes) {
        Matcher test = TEST_CLASS.matcher(code);
        if (test.matches()) {
            List<Path> classes = javaFiles.stream()
                    .filter(file -> file.getFileName().toString().equals(test.group(1) + ".java"))
                    .toList();
            String method = test.group(2);
            if (classes.isEmpty()) {
                mistakes.add(say(document, "names the test " + test.group(1) + ", which does not exist"));
            } else if (method != null && classes.stream().noneMatch(file -> declares(Repository.read(file), method))) {
                mistakes.add(say(document, "names the test method " + code + ", which does not exist"));
            }
        } else if (TEST_SENTENCE.matcher(code).matches() && !declares(testCode, code)) {
            mistakes.add(say(document, "names the test method " + code + ", which does not exist"));
        }
    }

    private boolean exists(Path document, String path) {
        String relative = path.startsWith("./") ? path.substring(2) : path;
        return Files.exists(root.resolve(relative))
                || Files.exists(document.resolveSibling(relative))
                || relative.contains("/") && isEndOfSomePath(Path.of(relative));
    }

    /** What lies in several modules is named from there, e.g. the migrations of each service. */
    private boolean isEndOfSomePath(Path end) {
        return files.stream().anyMatch(file -> file.endsWith(end));
    }

    private static boolean declares(String source, String method) {
        return Pattern.compile("\\bvoid " + Pattern.quote(method) + "\\(")
                .matcher(source)
                .find();
    }

    /** The anchors as the usual code hosts make them: lower case, spaces to dashes, punctuation dropped. */
    private static Set<String> anchors(Path document) {
        return all(HEADING, FENCE.matcher(Repository.read(document)).replaceAll("")).stream()
                .map(heading -> heading.toLowerCase(Locale.ROOT)
                        .replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1")
                        .replaceAll("[^\\p{L}\\p{N}\\s_-]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    private static List<String> all(Pattern pattern, String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private String say(Path document, String mistake) {
        return root.relativize(document) + " " + mistake;
    }
}
