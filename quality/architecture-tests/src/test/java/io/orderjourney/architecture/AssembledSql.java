package io.orderjourney.architecture;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds texts that begin like SQL and go on with a value. Fixed are texts, constants by their upper-case names, what is computed from
 * nothing else, a choice between such, and a local name for one of these.
 */
final class AssembledSql extends TreeScanner<Void, Void> {

    private static final Pattern BEGINS_LIKE_SQL =
            Pattern.compile("(?is)^\\s*(select|insert\\s+into|update|delete\\s+from|merge\\s+into|with)\\s.*");

    private final Path file;
    private final List<SourceRules.Finding> findings;
    private final Set<String> fixedNames = new HashSet<>();

    AssembledSql(Path file, List<SourceRules.Finding> findings) {
        this.file = file;
        this.findings = findings;
    }

    @Override
    public Void visitCompilationUnit(CompilationUnitTree unit, Void unused) {
        rememberFixedNames(unit);
        return super.visitCompilationUnit(unit, unused);
    }

    @Override
    public Void visitBinary(BinaryTree binary, Void unused) {
        if (binary.getKind() == Tree.Kind.PLUS && beginsLikeSql(binary) && !isFixed(binary)) {
            findings.add(new SourceRules.Finding(file, binary.toString()));
            return null;
        }
        return super.visitBinary(binary, unused);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
        if (isFormatOfSql(call) && !isFixed(call)) {
            findings.add(new SourceRules.Finding(file, call.toString()));
            return null;
        }
        return super.visitMethodInvocation(call, unused);
    }

    private static boolean isFormatOfSql(MethodInvocationTree call) {
        if (!(call.getMethodSelect() instanceof MemberSelectTree method)) {
            return false;
        }
        return switch (method.getIdentifier().toString()) {
            case "formatted" -> beginsLikeSql(method.getExpression());
            case "format" ->
                !call.getArguments().isEmpty()
                        && beginsLikeSql(call.getArguments().get(0));
            default -> false;
        };
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

    private boolean isFixed(ExpressionTree expression) {
        if (expression instanceof BinaryTree binary) {
            return isFixed(binary.getLeftOperand()) && isFixed(binary.getRightOperand());
        }
        if (expression instanceof ParenthesizedTree inner) {
            return isFixed(inner.getExpression());
        }
        if (expression instanceof ConditionalExpressionTree choice) {
            return isFixed(choice.getTrueExpression()) && isFixed(choice.getFalseExpression());
        }
        if (expression instanceof IdentifierTree identifier) {
            String name = identifier.getName().toString();
            return isConstantName(name) || fixedNames.contains(name);
        }
        if (expression instanceof MethodInvocationTree call) {
            return isFunctionOfFixed(call);
        }
        if (expression instanceof MemberSelectTree member) {
            return isConstantName(member.getIdentifier().toString());
        }
        return expression instanceof LiteralTree;
    }

    /** {@code "?, ".repeat(24)} and {@code RungCode.of(EscalationLevel.MISSED)} bring in nothing from outside. */
    private boolean isFunctionOfFixed(MethodInvocationTree call) {
        if (!(call.getMethodSelect() instanceof MemberSelectTree method)) {
            return false;
        }
        ExpressionTree owner = method.getExpression();
        boolean onType = owner instanceof IdentifierTree type
                && Character.isUpperCase(type.getName().charAt(0));
        return (onType || isFixed(owner)) && call.getArguments().stream().allMatch(this::isFixed);
    }

    private static boolean isConstantName(String name) {
        return name.equals(name.toUpperCase(Locale.ROOT));
    }

    /** A name counts only if everything that the file ever gives to a variable of that name is fixed. */
    private void rememberFixedNames(CompilationUnitTree unit) {
        Set<String> others = new HashSet<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitVariable(VariableTree variable, Void unused) {
                boolean fixed = variable.getInitializer() != null && isFixed(variable.getInitializer());
                (fixed ? fixedNames : others).add(variable.getName().toString());
                return super.visitVariable(variable, unused);
            }

            @Override
            public Void visitAssignment(AssignmentTree assignment, Void unused) {
                if (!isFixed(assignment.getExpression())) {
                    others.add(assignment.getVariable().toString());
                }
                return super.visitAssignment(assignment, unused);
            }

            @Override
            public Void visitCompoundAssignment(CompoundAssignmentTree assignment, Void unused) {
                if (!isFixed(assignment.getExpression())) {
                    others.add(assignment.getVariable().toString());
                }
                return super.visitCompoundAssignment(assignment, unused);
            }
        }.scan(unit, null);
        fixedNames.removeAll(others);
    }
}
