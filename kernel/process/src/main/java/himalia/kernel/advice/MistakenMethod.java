package himalia.kernel.advice;

import himalia.javac.Problem;
import himalia.kernel.java.Advisor.Diagnosis;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/** A method that is declared in a way or in a place in which the compiler takes it for something else, and stumbles over it. */
final class MistakenMethod {
    /** A method as it is declared: what begins it, then its name. */
    private static final Pattern METHOD =
            Pattern.compile(
                    "(?:(?:public|private|protected|static|final)\\s+)*"
                            + Mistake.TYPE
                            + "(\\w+)\\s*\\([^()]*\\)\\s*(?:throws[\\w.,\\s]+)?\\{");

    private static final String PARAMETER =
            "(?:final\\s+)?+\\w++(?:<[^()<>]*+>)?+(?:\\[\\])*+\\s++\\w++";

    /** One without the type that it returns; its name, and its parameters. */
    private static final Pattern UNTYPED =
            Pattern.compile(
                    "(?:\\A|[;{}\\n])[ \\t]*+(?:(?:public|private|protected|static)\\s++)*+(\\w++)\\s*+"
                            + "\\(\\s*+("
                            + "(?:"
                            + PARAMETER
                            + "(?:\\s*+,\\s*+"
                            + PARAMETER
                            + ")*+)?+)\\s*+\\)\\s*+\\{");

    /** One whose parameters have no types: its head until then. */
    private static final Pattern BARE =
            Pattern.compile(
                    Mistake.TYPE
                            + "(\\w++)\\s*+\\((\\s*+(?!"
                            + Mistake.KEYWORD
                            + ")[a-z]\\w*+(?:\\s*+,\\s*+[a-z]\\w*+)*+\\s*+)\\)\\s*+\\{");

    private MistakenMethod() {}

    static Optional<Diagnosis> in(String bare, List<Problem> problems) {
        return inMethod(bare, problems)
                .or(() -> untyped(bare, problems))
                .or(() -> bareParameters(bare, problems));
    }

    /** Where one has no body, the compiler reads on as if it had begun: what it says of all that follows is wrong. */
    static Optional<Diagnosis> bodiless(String bare, List<Problem> problems) {
        return problems.stream()
                .min(Comparator.comparingLong(Problem::start))
                .filter(each -> Expected.isBodiless(each.message(), each, bare))
                .map(each -> new Diagnosis(each, Expected.METHOD_HINT));
    }

    /** The compiler takes such a method for a variable, and stumbles at its first word or behind its name. */
    private static Optional<Diagnosis> inMethod(String bare, List<Problem> problems) {
        var method = METHOD.matcher(bare);
        while (method.find()) {
            for (var problem : problems) {
                boolean first = problem.code().endsWith("illegal.start.of.expr");
                boolean name = problem.code().endsWith("err.expected");
                if (isBegin(bare, method.start())
                        && (first && problem.start() == method.start()
                                || name && problem.start() == method.end(1))) {
                    return Optional.of(
                            Mistake.found(
                                    method.start(),
                                    method.end(1),
                                    "the method "
                                            + method.group(1)
                                            + " stands inside another method",
                                    "Close the method before it with } first: methods stand side by side."));
                }
            }
        }
        return Optional.empty();
    }

    /** Whether a declaration may begin at a place: behind a word it would have begun with that. */
    private static boolean isBegin(String bare, int at) {
        var before = bare.substring(0, at).stripTrailing();
        return before.isEmpty()
                || before.length() < at && bare.substring(before.length(), at).contains("\n")
                || "{};)".indexOf(before.charAt(before.length() - 1)) >= 0;
    }

    /** The compiler takes such a method for a call, or for a constructor of another class. */
    private static Optional<Diagnosis> untyped(String bare, List<Problem> problems) {
        var method = UNTYPED.matcher(bare);
        while (method.find()) {
            var name = method.group(1);
            var parameters = method.group(2).strip();
            if (!SourceVersion.isKeyword(name)
                    && !isTypeIn(bare, name)
                    && Syntax.anyIn(problems, method.start(1), method.end())) {
                return Optional.of(
                        Mistake.found(
                                method.start(1),
                                method.end(1),
                                "the method " + name + " does not say what it returns",
                                "Write the type before its name, void where it returns nothing: int %s(%s) { … }."
                                                .formatted(name, parameters)
                                        + (Character.isUpperCase(name.charAt(0))
                                                ? " A constructor is called as its class is."
                                                : "")));
            }
        }
        return Optional.empty();
    }

    private static Optional<Diagnosis> bareParameters(String bare, List<Problem> problems) {
        var method = BARE.matcher(bare);
        while (method.find()) {
            if (Syntax.anyIn(problems, method.start(2), method.end(2) + 1)
                    && !method.group(2).strip().equals("void")) {
                var first = method.group(2).strip().replaceFirst("\\W.*", "");
                return Optional.of(
                        Mistake.found(
                                method.start(2),
                                method.end(2),
                                "a parameter has a type",
                                "Write it before each name: %s(int %s)"
                                                .formatted(method.group(1), first)
                                        + "."));
            }
        }
        return Optional.empty();
    }

    /** What is called as a type of the cell is its constructor. */
    private static boolean isTypeIn(String bare, String name) {
        return Pattern.compile("\\b(?:class|enum|record)\\s+" + Pattern.quote(name) + "\\b")
                .matcher(bare)
                .find();
    }
}
