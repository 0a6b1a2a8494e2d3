package himalia.kernel.advice;

import himalia.javac.Problem;
import himalia.kernel.cells.Cutter;
import himalia.kernel.cells.Entry;
import himalia.kernel.cells.LocalNames;
import himalia.kernel.java.Compiler;
import himalia.kernel.java.SimpleNames;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What to do about a switch, and about break, continue and return, which have other meanings inside of it and of a lambda. */
final class SwitchAdvice {
    private static final Pattern EXPRESSION =
            Pattern.compile("(?:[=(,?:]|->|\\breturn|\\byield)\\s*switch\\s*\\z");
    private static final Pattern SWITCH = Pattern.compile("\\bswitch\\s*\\z");
    private static final Pattern CASE = Pattern.compile("\\bcase\\b[^;{}>:]*\\z");
    private static final Pattern RULE =
            Pattern.compile("(?:\\bcase\\b[^;{}]*|\\bdefault\\s*)->\\s*\\z");
    private static final Pattern COLON =
            Pattern.compile("(?:\\bcase\\b[^;{}?:]*|\\bdefault\\s*):\\s*\\z");
    private static final Pattern LAMBDA = Pattern.compile("->\\s*\\z");

    private static final Pattern TYPED =
            Pattern.compile("(Byte|Short|Character|Integer|Long|Float|Double|Boolean)\\s+\\w+");

    /** What a constant behind case is declared to be: of objects only texts are constants. */
    private static final Map<String, String> CONSTANTS =
            Map.of(
                    "int",
                    "int",
                    "Integer",
                    "int",
                    "short",
                    "short",
                    "Short",
                    "short",
                    "byte",
                    "byte",
                    "Byte",
                    "byte",
                    "char",
                    "char",
                    "Character",
                    "char",
                    "String",
                    "String");

    private static final Pattern PRIMITIVE =
            Pattern.compile(
                    "(?:final\\s+)?(?:byte|short|char|int|long|float|double|boolean)\\s+\\w+");

    private static final String YIELD = "In a switch expression yield gives the value: yield 5;";

    /** From this JDK on a switch asks objects of any type. */
    private static final int PATTERNS = 21;

    private static final String ASKED =
            "A switch asks a whole number, a char, a text or an enum; "
                    + (Runtime.version().feature() < PATTERNS
                            ? "all else"
                            : "a double or a boolean")
                    + " is asked by if (…) { … } else { … }.";

    private SwitchAdvice() {}

    /** Returns what to do about a complaint of the compiler's, where it is about a switch. */
    static Optional<String> hint(String code, Problem problem, String source, Compiler compiler) {
        return Optional.ofNullable(
                switch (code) {
                    case "not.exhaustive", "not.exhaustive.statement" ->
                            new Missing(compiler, source).hint(problem);
                    case "return.outside", "ret.outside.meth" ->
                            isInExpression(problem, source) ? YIELD : null;
                    case "return.outside.switch.expression" -> YIELD;
                    case "break.outside.switch.expression" ->
                            "In a switch expression yield gives the value: yield 5; it cannot end the loop around it.";
                    case "continue.outside.switch.expression" ->
                            "Each case of a switch expression gives a value: ask by if before it, if (…) continue;";
                    case "switch.expression.completes.normally", "rule.completes.normally" ->
                            "Each way through the braces of a case gives its value: { … yield 5; }.";
                    case "switch.mixing.case.types" ->
                            "All cases of a switch have ->, or all have : and break.";
                    case "no.switch.expression", "no.switch.expression.qualify", "invalid.yield" ->
                            "yield gives the value of a case of a switch; a method gives its own by return.";
                    case "break.outside.switch.loop", "cont.outside.loop" ->
                            isInLambda(problem, source)
                                    ? "A lambda is no loop: return; goes on with the next element, and to end earlier write for (var x : list) { … break; }."
                                    : null;
                    case "const.expr.req", "string.const.req", "constant.label.not.compatible" ->
                            isInCase(problem, source)
                                    ? notFixed(Advice.text(problem, source), source, compiler)
                                    : null;
                    case "pattern.expected" -> unnamed(Advice.text(problem, source));
                    case "operator.cant.be.applied.1" ->
                            isInCase(problem, source) && problem.message().contains("'||'")
                                    ? "Commas stand between the values of a case: case 1, 2 -> …"
                                    : null;
                    case "prob.found.req" -> found(problem, source);
                    case "feature.not.supported.in.source.plural",
                            "preview.feature.disabled.plural",
                            "selector.expr.must.be.int",
                            "selector.expr.must.be" ->
                            isSelected(problem, source)
                                            || isInCase(problem, source)
                                                    && (problem.message()
                                                                    .contains("primitive patterns")
                                                            || PRIMITIVE
                                                                    .matcher(
                                                                            Advice.text(
                                                                                    problem,
                                                                                    source))
                                                                    .matches())
                                    ? asked(Advice.text(problem, source))
                                    : null;
                    default -> null;
                });
    }

    private static @Nullable String unnamed(String type) {
        return type.matches("[A-Z]\\w*")
                ? "Behind case stands a type with a name: case %s %s -> …"
                        .formatted(type, type.substring(0, 1).toLowerCase(Locale.ROOT))
                : null;
    }

    private static String notFixed(String name, String source, Compiler compiler) {
        var type =
                isFinalOfCell(name, source, compiler)
                        ? typeOfCell(name, source, compiler)
                        : Optional.<String>empty();
        return type.flatMap(each -> Optional.ofNullable(CONSTANTS.get(each)))
                .map(
                        each ->
                                "%1$s is a variable of the cell and no constant, though it is final. A constant is static and final in a class: class Kinds { static final %2$s %1$s = …; }, case Kinds.%1$s."
                                        .formatted(name, each))
                .orElse(
                        "Behind case stands a fixed value, such as 1, \"a\" or RED; with a variable compare by if (…) { … } else if (…) { … }.");
    }

    private static boolean isFinalOfCell(String name, String source, Compiler compiler) {
        boolean here =
                LocalNames.declaredBy(source).stream()
                        .anyMatch(
                                each ->
                                        each.kind() == Entry.Kind.VARIABLE
                                                && each.text().equals(name));
        var last = Pattern.compile("\\bfinal\\b[^;(){}]*\\b" + Pattern.quote(name) + "\\b");
        return here
                ? last.matcher(Cutter.bare(source)).find()
                : compiler.cells()
                        .names()
                        .variable(name)
                        .filter(each -> each.trait() == Entry.Trait.FIXED)
                        .isPresent();
    }

    /** Returns the type that is written before a name, else that of a text, character or number which is its value. */
    private static Optional<String> typeOfCell(String name, String source, Compiler compiler) {
        var written =
                Pattern.compile(
                                "\\bfinal\\s+(\\w+)\\s+"
                                        + Pattern.quote(name)
                                        + "\\s*=\\s*([\"']|\\d+(?=\\s*(?:;|\\z))|)")
                        .matcher(source);
        if (!written.find()) {
            return compiler.cells().names().variable(name).map(each -> SimpleNames.in(each.type()));
        }
        var value = written.group(2);
        return !written.group(1).equals("var")
                ? Optional.of(written.group(1))
                : Optional.ofNullable(
                        value.equals("\"")
                                ? "String"
                                : value.equals("'")
                                        ? "char"
                                        : value.matches("\\d+") ? "int" : null);
    }

    /** A type behind case is that of an object, which a primitive value is once it is cast. */
    private static String asked(String written) {
        if (PRIMITIVE.matcher(written).matches()) {
            return Runtime.version().feature() < PATTERNS
                    ? "Types behind case are of JDK 21 and later: before, all else is asked by if (…) { … } else { … }."
                    : "No primitive type stands behind case: an object is asked by its class, case Integer i -> …; a primitive value goes to default -> ….";
        }
        var type = TYPED.matcher(written);
        return type.matches()
                ? "A type behind case asks objects, and what this switch asks is a primitive value: switch ((%s) …) { … }."
                        .formatted(type.group(1))
                : ASKED;
    }

    private static @Nullable String found(Problem problem, String source) {
        if (isInCase(problem, source)) {
            return "What stands behind case is of another type than what the switch asks.";
        }
        boolean asked =
                problem.message().matches("(?s).*(?:double|float|long|boolean)\\b.* to int.*");
        return asked && isSelected(problem, source) ? ASKED : null;
    }

    private static boolean isSelected(Problem problem, String source) {
        var bare = Cutter.bare(source);
        int at = problem.startIn(bare);
        return SWITCH.matcher(bare.substring(0, at)).find()
                || Brackets.in(bare)
                        .around(at)
                        .filter(each -> SWITCH.matcher(bare.substring(0, each)).find())
                        .isPresent();
    }

    private static boolean isInCase(Problem problem, String source) {
        var bare = Cutter.bare(source);
        return CASE.matcher(bare.substring(0, problem.startIn(bare))).find();
    }

    /** Whether braces are those of a case behind its arrow, and not those of a lambda. */
    static boolean isRule(String before) {
        return RULE.matcher(before).find();
    }

    /** Returns what to do about a value behind the colon of a case, where the switch has one. */
    static Optional<String> behindColon(Problem problem, String source) {
        var before = Cutter.bare(source).substring(0, problem.startIn(source));
        return COLON.matcher(before).find() && isInExpression(problem, source)
                ? Optional.of(
                        "Behind a colon a case gives its value by yield, yield %1$s; or behind an arrow: case … -> %1$s;"
                                .formatted(Advice.text(problem, source)))
                : Optional.empty();
    }

    /** Whether what stands at a place is in a case of a switch that has a value. */
    private static boolean isInExpression(Problem problem, String source) {
        return braces(problem, source)
                .filter(each -> each.isLambda() || each.isSwitch())
                .findFirst()
                .filter(each -> each.isSwitch() && EXPRESSION.matcher(each.head()).find())
                .isPresent();
    }

    private static boolean isInLambda(Problem problem, String source) {
        return braces(problem, source).anyMatch(Brace::isLambda);
    }

    /**
     * Braces that are open at a place, and none of a case.
     *
     * @param before what stands before them
     * @param head what stands before the parentheses in front of them; empty where there are none
     */
    private record Brace(String before, String head) {
        boolean isLambda() {
            return LAMBDA.matcher(before).find();
        }

        boolean isSwitch() {
            return SWITCH.matcher(head).find();
        }
    }

    /** Returns those around a place, from the inside out. */
    private static Stream<Brace> braces(Problem problem, String source) {
        var bare = Cutter.bare(source);
        var brackets = Brackets.in(bare);
        return brackets.allAround(problem.startIn(bare))
                .filter(open -> bare.charAt(open) == '{')
                .map(open -> bare.substring(0, open))
                .filter(before -> !isRule(before))
                .map(
                        before ->
                                new Brace(
                                        before,
                                        brackets.opening(before.stripTrailing().length() - 1)
                                                .map(head -> bare.substring(0, head))
                                                .orElse("")));
    }
}
