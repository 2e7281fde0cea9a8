package io.orderjourney.architecture;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Rules that bytecode cannot show: what is written in texts of SQL, and how long a file is. The compiler's own parser reads the files. */
final class SourceRules {

    static final int LINES_MAX = 400;

    private static final Pattern ASKS_THE_TIME = Pattern.compile(
            "(?i)\\b(now\\s*\\(\\s*\\)|(clock|statement|transaction)_timestamp\\s*\\(|current_(timestamp|date|time)\\b|localtime(stamp)?\\b|timeofday\\s*\\()");

    private static final Pattern BEGINS_LIKE_SQL =
            Pattern.compile("(?is)^\\s*(select|insert\\s+into|update|delete\\s+from|merge\\s+into|with)\\s.*");

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
        return scan(javaFiles, (file, findings) -> new TreeScanner<Void, Void>() {
            @Override
            public Void visitBinary(BinaryTree binary, Void unused) {
                if (binary.getKind() == Tree.Kind.PLUS && beginsLikeSql(binary) && !isConstant(binary)) {
                    findings.add(new Finding(file, binary.toString()));
                    return null;
                }
                return super.visitBinary(binary, unused);
            }

            @Override
            public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
                if (call.getMethodSelect() instanceof MemberSelectTree method) {
                    boolean formats =
                            method.getIdentifier().contentEquals("formatted") && beginsLikeSql(method.getExpression())
                                    || method.getIdentifier().contentEquals("format")
                                            && !call.getArguments().isEmpty()
                                            && beginsLikeSql(call.getArguments().get(0));
                    if (formats && !isConstant(call)) {
                        findings.add(new Finding(file, call.toString()));
                    }
                }
                return super.visitMethodInvocation(call, unused);
            }
        });
    }

    private static boolean beginsLikeSql(ExpressionTree expression) {
        if (expression instanceof BinaryTree binary) {
            return beginsLikeSql(binary.getLeftOperand());
        }
        if (expression instanceof ParenthesizedTree inner) {
            return beginsLikeSql(inner.getExpression());
        }
        return expression instanceof LiteralTree literal
                && literal.getValue() instanceof String text
                && BEGINS_LIKE_SQL.matcher(text).matches();
    }

    private static boolean isConstant(ExpressionTree expression) {
        if (expression instanceof LiteralTree) {
            return true;
        }
        if (expression instanceof BinaryTree binary) {
            return isConstant(binary.getLeftOperand()) && isConstant(binary.getRightOperand());
        }
        if (expression instanceof ParenthesizedTree inner) {
            return isConstant(inner.getExpression());
        }
        if (expression instanceof ConditionalExpressionTree choice) {
            return isConstant(choice.getTrueExpression()) && isConstant(choice.getFalseExpression());
        }
        if (expression instanceof IdentifierTree identifier) {
            return isConstantName(identifier.getName().toString());
        }
        if (expression instanceof MethodInvocationTree call) {
            return isFunctionOfConstants(call);
        }
        return expression instanceof MemberSelectTree member
                && isConstantName(member.getIdentifier().toString());
    }

    /** {@code "?, ".repeat(24)} and {@code RungCode.of(Rung.DUE)} bring in nothing from outside. */
    private static boolean isFunctionOfConstants(MethodInvocationTree call) {
        if (!(call.getMethodSelect() instanceof MemberSelectTree method)) {
            return false;
        }
        ExpressionTree owner = method.getExpression();
        boolean onType = owner instanceof IdentifierTree type
                && Character.isUpperCase(type.getName().charAt(0));
        return (onType || isConstant(owner)) && call.getArguments().stream().allMatch(SourceRules::isConstant);
    }

    private static boolean isConstantName(String name) {
        return name.equals(name.toUpperCase(Locale.ROOT));
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
