package himalia.kernel.advice;

import himalia.javac.Problem;
import himalia.javac.Receiver;
import himalia.kernel.cells.Cells;
import himalia.kernel.cells.Entry;
import himalia.kernel.cells.SourceNames;
import himalia.kernel.java.Compiler;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A name that nothing declares: a ready import, or the nearest name that there is. */
final class MissingName {
    /** Letters of a name that a lambda gives what it takes. */
    private static final int SHORT = 3;

    /** What is made of another value by a static method: their constructors are to be removed, or take no such value. */
    private static final Set<String> VALUES =
            Set.of(
                    "String",
                    "Integer",
                    "Long",
                    "Double",
                    "Float",
                    "Boolean",
                    "Character",
                    "Short",
                    "Byte");

    private static final Pattern CASE = Pattern.compile("\\bcase\\s+(?:[\\w.]+\\s*,\\s*)*\\z");

    private static final Pattern SYMBOL = Pattern.compile("symbol:\\s+(\\w+) (\\w+)");

    private final Compiler compiler;

    MissingName(Compiler compiler) {
        this.compiler = compiler;
    }

    /**
     * Returns what to do about a name that is missing.
     *
     * @param said the compiler's message
     * @param before how many lines of the cell stand before the source
     */
    Optional<String> advice(Problem problem, String said, String source, int before) {
        var found = SYMBOL.matcher(said);
        if (!found.find()) {
            return Undeclared.valueOfCell(said, compiler.session());
        }
        var kind = found.group(1);
        var name = found.group(2);
        boolean isOwn = Enclosing.isDeclared(name, source);
        var waiting = isOwn || PackageMember.isMeant(said) ? Optional.<String>empty() : waits(name);
        if (waiting.isPresent()) {
            return waiting;
        }
        var needless = OwnImport.hint(compiler, name, problem, source);
        if (needless.isPresent()) {
            return needless;
        }
        var named = NamedArgument.hint(kind, name, problem, source);
        if (named.isPresent()) {
            return named;
        }
        boolean behindDot = isBehindDot(problem, source);
        boolean declared = compiler.declared().contains(name) && !isOtherwise(kind, name, source);
        var outside =
                behindDot || !kind.equals("variable")
                        ? Optional.<String>empty()
                        : OutOfScope.hint(name, problem.start(), source, before);
        if (outside.isPresent()) {
            return outside;
        }
        var elsewhere = behindDot ? Optional.<String>empty() : Elsewhere.about(kind, name, source);
        var known =
                elsewhere.or(() -> kind.equals("method") ? Elsewhere.home(name) : Optional.empty());
        var lost =
                behindDot || declared
                        ? Optional.<String>empty()
                        : LostName.hint(
                                compiler.session(),
                                kind,
                                name,
                                Undeclared.isAssigned(name, source),
                                known,
                                compiler.path().preloadedTypes().named(name));
        if (lost.isPresent()) {
            return lost;
        }
        if (elsewhere.isPresent() && !declared) {
            return elsewhere;
        }
        var constant =
                isInCase(problem, source)
                        ? new Constants(compiler, source).nearest(name)
                        : Optional.<String>empty();
        if (constant.isPresent()) {
            return constant.map(near -> "Did you mean " + near + "?");
        }
        var lacking =
                isInCase(problem, source)
                        ? new MissingConstant(compiler, source).hint(name, problem.start())
                        : Optional.<String>empty();
        if (lacking.isPresent()) {
            return lacking;
        }
        var held = Sizes.hint(name, problem.message(), behindDot);
        if (held.isPresent()) {
            return held;
        }
        var inPackage = new PackageMember(compiler, source).hint(name, problem.message());
        if (inPackage.isPresent()) {
            return inPackage;
        }
        var receiver = problem.receiver().filter(each -> !each.type().matches(Cells.NAME));
        if (receiver.isPresent() && behindDot) {
            var handed = HandedOn.hint(kind, name, receiver.get(), problem, source);
            if (handed.isPresent()) {
                return handed;
            }
            var later = LaterJava.method(name, receiver.get().type());
            if (later.isPresent()) {
                return later;
            }
            var owner = receiver.get();
            return Factories.hint(kind, name, owner, problem, source)
                    .or(() -> Optional.of(MissingMember.advice(kind, name, owner, said)));
        }
        var lambda =
                kind.equals("variable") && !behindDot
                        ? LambdaMissing.hint(name, problem, source)
                        : Optional.<String>empty();
        if (lambda.isPresent() && name.length() <= SHORT) {
            return lambda;
        }
        var more = receiver.map(Receiver::members).orElse(List.of());
        return meant(kind, name, source, more.stream().map(Receiver.Member::name).toList())
                .or(() -> lambda)
                .or(() -> Optional.of(Undeclared.hint(kind, name, source, behindDot)));
    }

    /** Returns why something that a cell declared cannot be used yet. */
    Optional<String> waits(String name) {
        return Awaited.why(name, compiler.cells().names());
    }

    /** Returns what was probably meant by a name that stands alone; {@code more} are names known beside the session's. */
    private Optional<String> meant(String kind, String name, String source, List<String> more) {
        boolean method = kind.equals("method");
        var annotation =
                kind.equals("class") && isAnnotation(name, source)
                        ? WhereToGet.nearestAnnotation(name)
                        : Optional.<String>empty();
        if (annotation.isPresent()) {
            return annotation;
        }
        if (kind.equals("variable") && isMethod(name, source)) {
            return Optional.of(name + " is a method: write " + name + "(…).");
        }
        var nested =
                method
                        ? Optional.<String>empty()
                        : Enclosing.nested(name, compiler, source)
                                .map(near -> "Did you mean " + near + "?");
        if (nested.isPresent()) {
            return nested;
        }
        var type =
                kind.equals("variable")
                        ? new TypeAsValue(compiler, source).hint(name)
                        : Optional.<String>empty();
        if (type.isPresent()) {
            return type;
        }
        if (method && Character.isUpperCase(name.charAt(0))) {
            var small = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
            var known = Elsewhere.about(kind, small, source);
            if (known.isPresent()) {
                return known;
            }
            if (VALUES.contains(name)) {
                return Optional.of(name + ".valueOf(…) makes one of another value.");
            }
            var made = Makers.inPlaceOfCall(compiler, source, name);
            if (made.isPresent()) {
                return made;
            }
        }
        if (kind.equals("class") && isVariable(name, source) && !isMade(name, source)) {
            if (source.matches("(?s).*\\b" + Pattern.quote(name) + "\\s*\\.\\s*class\\b.*")) {
                return Optional.of("The class of an object gives %s.getClass().".formatted(name));
            }
            return Optional.of(
                    name
                            + " is a variable, and no type: in one cell a line ends with a semicolon.");
        }
        if (Character.isUpperCase(name.charAt(0)) && !Undeclared.isImported(name, source)) {
            var imports = new Importable(compiler, source).hint(name);
            if (imports.isPresent()) {
                return imports;
            }
        }
        var known = new KnownNames(compiler, kind, name, source);
        return new Constants(compiler, source)
                .owner(name)
                .map(near -> "Did you mean " + near + "?")
                .or(() -> method ? CalledValue.hint(name, source, compiler) : Optional.empty())
                .or(() -> method ? Optional.empty() : SystemFields.alone(name, source))
                .or(() -> method && !more.contains(name) ? Elsewhere.home(name) : Optional.empty())
                .or(() -> known.nearest(more).map(near -> "Did you mean " + near + "?"));
    }

    /** Returns what was probably meant by a name that a declaration waits for. */
    Optional<String> awaited(String kind, String name, String source, int at, int before) {
        var outside =
                kind.equals("variable")
                        ? OutOfScope.hint(name, at, source, before)
                        : Optional.<String>empty();
        return outside.or(() -> MisspeltWord.ofMethods(name, source))
                .or(() -> Enclosing.isDeclared(name, source) ? Optional.empty() : waits(name))
                .or(() -> new MissingConstant(compiler, source).hint(name, at))
                .or(() -> Elsewhere.about(kind, name, source))
                .or(
                        () ->
                                Character.isUpperCase(name.charAt(0))
                                        ? type(kind, name, source)
                                        : meant(kind, name, source, List.of()))
                .or(() -> WhereToGet.annotation(name));
    }

    /** A type that waits is most often one to come: of all that could be imported only its very name is meant. */
    private Optional<String> type(String kind, String name, String source) {
        if (kind.equals("method")) {
            return meant(kind, name, source, List.of());
        }
        if (isAnnotation(name, source)) {
            return WhereToGet.nearestAnnotation(name);
        }
        return Enclosing.nested(name, compiler, source)
                .map(near -> "Did you mean " + near + "?")
                .or(() -> new Importable(compiler, source).waiting(name))
                .or(
                        () ->
                                new KnownNames(compiler, kind, name, source)
                                        .nearestAwaited()
                                        .map(each -> "Did you mean " + each + "?"));
    }

    private static boolean isAnnotation(String name, String source) {
        return Pattern.compile("@\\s*" + Pattern.quote(name) + "\\b").matcher(source).find();
    }

    /** Whether a variable has the name of a method, and is nothing that could be called. */
    private boolean isOtherwise(String kind, String name, String source) {
        return kind.equals("method")
                && isKnown(name, Entry.Kind.VARIABLE)
                && !isKnown(name, Entry.Kind.METHOD)
                && CalledValue.hint(name, source, compiler).isEmpty();
    }

    private static boolean isMade(String name, String source) {
        return Pattern.compile("\\bnew\\s+" + Pattern.quote(name) + "\\b").matcher(source).find();
    }

    private boolean isVariable(String name, String source) {
        return isKnown(name, Entry.Kind.VARIABLE)
                || Pattern.compile(Mistake.TYPE + Pattern.quote(name) + "\\s*[=;]")
                        .matcher(source)
                        .find();
    }

    private boolean isKnown(String name, Entry.Kind kind) {
        return compiler.cells().names().named(name).stream().anyMatch(each -> each.kind() == kind);
    }

    private boolean isMethod(String name, String source) {
        return isKnown(name, Entry.Kind.METHOD)
                || SourceNames.of(source).stream()
                        .anyMatch(each -> each.called() && each.text().equals(name));
    }

    private static boolean isInCase(Problem problem, String source) {
        int start = problem.startIn(source);
        return CASE.matcher(source.substring(0, start)).find();
    }

    private static boolean isBehindDot(Problem problem, String source) {
        int start = problem.startIn(source);
        return Advice.text(problem, source).indexOf('.') >= 0
                || source.substring(0, start).stripTrailing().endsWith(".");
    }
}
