package io.orderjourney.architecture;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Rules that bytecode cannot show: what is written in texts of SQL, and how long a file is. The compiler's own parser reads the files. */
final class SourceRules {

    static final int LINES_MAX = 400;

    private static final Pattern ASKS_THE_TIME = Pattern.compile(
            "(?i)\\b(now\\s*\\(\\s*\\)|(clock|statement|transaction)_timestamp\\s*\\(|current_(timestamp|date|time)\\b|localtime(stamp)?\\b|timeofday\\s*\\()");

    /** Such a reader closes the pipe before its writer ends; the writer dies of it, and with pipefail so does the script. */
    private static final Pattern LEAVES_EARLY =
            Pattern.compile("(?<!\\|)\\|\\s*(head\\b|grep\\s+(-\\w+\\s+)*(-\\w*[qm])|read\\b)");

    private SourceRules() {}

    /** A finding names its file, so that an exception can name it too. */
    record Finding(Path file, String what) {
        @Override
        public String toString() {
            return file.getFileName() + ": " + what;
        }
    }

    static List<Finding> tooLong(Collection<Path> javaFiles) {
        List<Finding> findings = new ArrayList<>();
        for (Path file : javaFiles) {
            long lines = Repository.read(file).lines().count();
            if (lines > LINES_MAX) {
                findings.add(new Finding(file, lines + " lines"));
            }
        }
        return findings;
    }

    /** SQL that asks the database for the time, in Java texts. */
    static List<Finding> timeInSql(Collection<Path> javaFiles) {
        return scan(javaFiles, (file, findings) -> new TreeScanner<Void, Void>() {
            @Override
            public Void visitLiteral(LiteralTree literal, Void unused) {
                if (literal.getValue() instanceof String text
                        && ASKS_THE_TIME.matcher(text).find()) {
                    findings.add(new Finding(file, text.strip()));
                }
                return null;
            }
        });
    }

    /** The same in files of SQL; comments may speak of it. */
    static List<Finding> timeInSqlFiles(Collection<Path> sqlFiles) {
        List<Finding> findings = new ArrayList<>();
        for (Path file : sqlFiles) {
            Repository.read(file)
                    .lines()
                    .map(line -> line.contains("--") ? line.substring(0, line.indexOf("--")) : line)
                    .filter(line -> ASKS_THE_TIME.matcher(line).find())
                    .forEach(line -> findings.add(new Finding(file, line.strip())));
        }
        return findings;
    }

    /** SQL that is put together from anything but texts and constants. */
    static List<Finding> assembledSql(Collection<Path> javaFiles) {
        return scan(javaFiles, AssembledSql::new);
    }

    /** Pipes in scripts that end a run by what is only read in part. */
    static List<Finding> pipesLeftEarly(Collection<Path> scripts) {
        List<Finding> findings = new ArrayList<>();
        for (Path file : scripts) {
            Repository.read(file)
                    .lines()
                    .filter(line -> !line.strip().startsWith("#"))
                    .filter(line -> LEAVES_EARLY.matcher(line).find())
                    .forEach(line -> findings.add(new Finding(file, line.strip())));
        }
        return findings;
    }

    private interface Visitor {
        TreeScanner<Void, Void> of(Path file, List<Finding> findings);
    }

    private static List<Finding> scan(Collection<Path> javaFiles, Visitor visitor) {
        List<Finding> findings = new ArrayList<>();
        if (javaFiles.isEmpty()) {
            return findings;
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(javaFiles));
            for (CompilationUnitTree unit : task.parse()) {
                visitor.of(Path.of(unit.getSourceFile().toUri()), findings).scan(unit, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return findings;
    }
}
