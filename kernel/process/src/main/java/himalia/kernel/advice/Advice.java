package himalia.kernel.advice;

import himalia.javac.Problem;
import himalia.javac.Surprise;
import himalia.kernel.java.Advisor;
import himalia.kernel.java.Arguments;
import himalia.kernel.java.Compiler;
import himalia.kernel.java.SnippetRunner.Thrown;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What to do about an error, in plain words: what the compiler complains of most is answered here, all else by others. */
public final class Advice implements Advisor {
    private static final Pattern AWAITED = Pattern.compile("until this is declared: (.*)");
    private static final String WAITS = "himalia.err.waits";

    private static final Pattern PACKAGE = Pattern.compile("package (\\S+) does not exist");

    private final Compiler compiler;
    private final UnaryOperator<List<List<String>>> texts;

    /** Advises with the names that the compiler knows. */
    public Advice(Compiler compiler) {
        this(compiler, statements -> List.of());
    }

    /**
     * Advises with those names.
     *
     * @param texts what a text may be that is given to a method: asked with the names of each of some statements, the
     *     method's the last
     */
    public Advice(Compiler compiler, UnaryOperator<List<List<String>>> texts) {
        this.compiler = compiler;
        this.texts = texts;
    }

    @Override
    public Optional<Diagnosis> mistake(String source, List<Problem> problems) {
        return Mistake.in(source, problems);
    }

    @Override
    public Optional<String> about(List<Thrown> chain, String code) {
        return MissingColumn.of(chain, code, texts).or(() -> ThrownAdvice.about(chain));
    }

    @Override
    public String aboutMemory(String message, String note) {
        return MemoryAdvice.of(message, note);
    }

    @Override
    public List<String> aboutProgram(String source) {
        return ProgramAdvice.notes(source);
    }

    @Override
    public String about(Surprise surprise) {
        return GentleWords.of(surprise);
    }

    @Override
    public String asOfNow(String waiting) {
        return compiler.cells().names().asOfNow(waiting);
    }

    @Override
    public Optional<Diagnosis> aboutWaiting(String note, String source, int before) {
        var awaited = AWAITED.matcher(note);
        return awaited.find()
                ? Awaited.lacking(awaited.group(1))
                        .flatMap(each -> awaited(each.group(1), each.group(2), source, before))
                        .findFirst()
                : Optional.empty();
    }

    private Stream<Diagnosis> awaited(String kind, String name, String source, int before) {
        int at = OutOfScope.firstUse(name, source);
        return new MissingName(compiler)
                        .awaited(kind, name, source, at, before)
                        .map(
                                hint ->
                                        new Diagnosis(
                                                new Problem(WAITS, "", at, at + name.length()),
                                                hint))
                        .stream();
    }

    @Override
    public Optional<String> about(Problem problem, String source, int before) {
        var words = alone(problem, source, before);
        var hidden =
                new HiddenType(compiler, source)
                        .hint(problem)
                        .or(
                                () ->
                                        words.filter(each -> each.startsWith("Did you mean "))
                                                        .isPresent()
                                                ? Optional.empty()
                                                : new LibraryType(compiler, source).hint(problem));
        return words.isPresent() && hidden.isPresent()
                ? Optional.of(words.get() + " " + hidden.get())
                : words.or(() -> hidden);
    }

    private Optional<String> alone(Problem problem, String source, int before) {
        var code = problem.code().replaceFirst("^(compiler|himalia)\\.err\\.", "");
        var said = problem.message().replace("java.lang.", "");
        var other = new Namesake(compiler).hint(problem);
        if (other.isPresent()) {
            return other;
        }
        var special =
                LaterJava.hint(code, problem, source)
                        .or(() -> new HidingVariable(compiler).hint(code, problem, source))
                        .or(() -> new PackageAsValue(compiler, source).hint(code, problem))
                        .or(() -> RecordPattern.hint(code, problem, source))
                        .or(() -> StreamAdvice.hint(code, problem, source))
                        .or(() -> GenericAdvice.hint(code, problem, source))
                        .or(() -> CallAdvice.hint(code, problem, source, compiler));
        if (special.isPresent()) {
            return special;
        }
        if (code.startsWith("cant.resolve")) {
            return new MissingName(compiler).advice(problem, said, source, before);
        }
        if (code.equals("doesnt.exist")) {
            var named = PACKAGE.matcher(said);
            return named.find()
                    ? new MissingPackage(compiler).advice(named.group(1), problem, source, before)
                    : Optional.empty();
        }
        if (code.equals("report.access")) {
            return MissingMember.hidden(problem, source)
                    .or(() -> Optional.of(MissingMember.ofOthers(said)));
        }
        if (code.startsWith("cant.apply")) {
            return text(problem, source).matches("new\\s+Scanner\\s*\\(\\s*\\)")
                    ? Optional.of("Write new Scanner(System.in) to read what is typed.")
                    : ClassSlips.above(problem, source)
                            .or(() -> Arguments.hint(problem.message()))
                            .or(() -> MissingMember.hiddenCall(said));
        }
        if (code.equals("invalid.mref")) {
            return MemberReference.hint(problem, said);
        }
        if (code.startsWith("enum.label.must.be")) {
            // So until JDK 20.
            var label = text(problem, source);
            if (label.matches("\\w+\\.\\w+")) {
                return Optional.of(
                        "Behind case a constant stands alone: case "
                                + label.replaceFirst(".*\\.", "")
                                + ".");
            }
            return new Constants(compiler, source)
                    .nearest(label)
                    .map(near -> "Did you mean " + near + "?")
                    .or(() -> new MissingConstant(compiler, source).hint(label, problem.start()));
        }
        if (code.equals("prob.found.req")) {
            var constant = new Constants(compiler, source).asText(said, text(problem, source));
            if (constant.isPresent()) {
                return constant;
            }
        }
        if (code.startsWith("incomparable") || code.startsWith("operator.cant.be.applied")) {
            var constant = new Constants(compiler, source).compared(said, text(problem, source));
            if (constant.isPresent()) {
                return constant;
            }
        }
        var switched = SwitchAdvice.hint(code, problem, source, compiler);
        if (switched.isPresent()) {
            return switched;
        }
        var declared = Heads.hint(code, problem, source);
        if (declared.isPresent()) {
            return declared;
        }
        boolean isName = code.contains("underscore") && !code.equals("illegal.underscore");
        var always = isName ? "underscore.as.identifier" : code;
        if (code.equals("restricted.type.not.allowed.here") && !said.contains("'var'")) {
            return source.matches("(?s).*\\bsealed\\s+record\\b.*")
                    ? Optional.of("A record is final, and nothing extends it: take sealed away.")
                    : Optional.empty();
        }
        return PlainWords.about(always)
                .or(() -> Optional.ofNullable(special(code, said, problem, source)));
    }

    private @Nullable String special(String code, String said, Problem problem, String source) {
        return switch (code) {
            case "foreach.not.applicable.to.type" -> Loops.goneThrough(said, text(problem, source));
            case "override.weaker.access" -> ClassSlips.wider(said);
            case "unreachable.stmt" -> Loops.unreachable(problem, source);
            case "expected", "expected2", "expected3", "expected4" ->
                    Expected.hint(said, problem, source);
            case "illegal.start.of.stmt" -> Expected.inPlaceOfBody(problem, source);
            case "premature.eof" -> Expected.atEnd(source);
            case "illegal.start.of.expr", "illegal.start.of.type" ->
                    Expected.atStart(problem, source);
            case "preview.feature.disabled", "preview.feature.disabled.plural" ->
                    "The compiler hears it when the kernel starts: set HIMALIA_COMPILER_OPTS=--enable-preview in the environment of the kernel.";
            case "not.stmt" -> noStatement(problem, source);
            case "unexpected.type" ->
                    said.matches("(?s).*required:\\s+variable.*")
                            ? isStep(problem, source)
                                    ? "Only a variable is counted up or down by ++ and --."
                                    : "Only a variable is given a value by =; whether two are equal asks ==."
                            : null;
            case "already.defined" -> ClassSlips.twice(said);
            case "non-static.cant.be.ref" ->
                    new StaticSlips(compiler, source, problem)
                            .ofObject(said, text(problem, source));
            case "does.not.override.abstract" -> ClassSlips.lacking(said, text(problem, source));
            case "cant.deref" ->
                    said.contains("<nulltype>")
                            ? "null is no object, and has no methods."
                            : said.startsWith("void ")
                                    ? isAbove(problem, source)
                                            ? "super without parentheses is the object as the class above knows it: super.name()."
                                            : "What stands before the dot gives nothing back, as void says."
                                    : said.startsWith("boolean ")
                                            ? "What stands before the dot gives true or false, which has no methods: call each method in a line of its own."
                                            : said.startsWith("char ")
                                                    ? "A char has no methods: Character.toUpperCase(c) and the like are about one; String.valueOf(…) makes a text of it."
                                                    : "A value of a primitive type, such as int, has no methods; String.valueOf(…) makes a text of it.";
            case "prob.found.req" ->
                    said.contains("unexpected return value")
                                    && ClassSlips.isInConstructor(problem, source)
                            ? "A constructor gives nothing back: take away what stands behind return."
                            : Conversion.hint(said, text(problem, source));
            case "unreported.exception.need.to.catch.or.throw" ->
                    Unreported.hint(said, problem, source);
            case "unreported.exception.implicit.close" -> Unreported.closing(said);
            case "unreported.exception.default.constructor" -> Unreported.above(said);
            case "incompatible.thrown.types.in.mref" -> Unreported.handedOn(said);
            case "type.found.req" -> PrimitiveArgument.hint(said, problem, source);
            case "abstract.cant.be.instantiated" -> ClassSlips.instantiated(said, source);
            case "operator.cant.be.applied", "operator.cant.be.applied.1", "incomparable.types" ->
                    Operators.inComparator(said, problem, source)
                            .or(() -> Operators.inverted(said, problem, source))
                            .orElseGet(() -> Operators.hint(said, text(problem, source)));
            default ->
                    said.contains("'.class'")
                            ? "No type stands before a value that a method is given, or that is reckoned with."
                            : null;
        };
    }

    private static boolean isStep(Problem problem, String source) {
        int start = problem.startIn(source);
        int end = problem.endIn(source);
        return source.substring(end).matches("(?s)\\s*(?:\\+\\+|--).*")
                || source.substring(0, start).matches("(?s).*(?:\\+\\+|--)\\s*");
    }

    private static boolean isAbove(Problem problem, String source) {
        return text(problem, source).matches("super\\s*\\(\\s*\\).*");
    }

    private static String noStatement(Problem problem, String source) {
        int start = problem.startIn(source);
        var value = text(problem, source);
        var before = source.substring(0, start).stripTrailing();
        if (before.endsWith("{") && SwitchAdvice.isRule(before.substring(0, before.length() - 1))) {
            return "In { } a case gives its value by yield: -> { yield " + value + "; }";
        }
        var labelled = SwitchAdvice.behindColon(problem, source);
        if (labelled.isPresent()) {
            return labelled.get();
        }
        return before.matches("(?s).*->\\s*\\{")
                ? "In { } a lambda gives its value by return: -> { return " + value + "; }"
                : "A line by itself must do something: assign, call or declare. Only the last line of a cell may be a value; in a method return gives it back.";
    }

    /** What a problem is about, as it is written. */
    static String text(Problem problem, String source) {
        int start = problem.startIn(source);
        int end = problem.endIn(source);
        return source.substring(start, end);
    }
}
