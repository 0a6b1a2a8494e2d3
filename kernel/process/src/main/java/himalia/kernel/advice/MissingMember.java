package himalia.kernel.advice;

import himalia.display.bundle.Listed;
import himalia.display.bundle.Nearest;
import himalia.javac.Problem;
import himalia.javac.Receiver;
import himalia.javac.Receiver.Kind;
import himalia.javac.Receiver.Member;
import himalia.kernel.cells.Named;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A member that a type has not, or not for everyone: the one that was probably meant, else what there is. */
final class MissingMember {
    /** Members of a type of one's own that can be read in a line. */
    private static final int MOST = 8;

    /** Letters that say something by themselves. */
    private static final int SAYS_MUCH = 4;

    private static final Pattern ACCESS =
            Pattern.compile("^[\\w.$]*?(\\w+)(?:\\(.*\\))? has (\\w+) access");
    private static final Pattern ASSIGNED = Pattern.compile("\\s*(?:[-+*/%&|^]?=(?!=)|\\+\\+|--)");

    /** What members of other languages' types are called in Java's collections and texts. */
    private static final Map<String, List<String>> ELSEWHERE =
            Map.ofEntries(
                    Map.entry("append", List.of("add", "concat")),
                    Map.entry("push", List.of("add")),
                    Map.entry("extend", List.of("addAll")),
                    Map.entry("includes", List.of("contains")),
                    Map.entry("has", List.of("contains", "containsKey")),
                    Map.entry("find", List.of("indexOf")),
                    Map.entry("slice", List.of("substring", "subList")),
                    Map.entry("items", List.of("entrySet")),
                    Map.entry("keys", List.of("keySet")),
                    Map.entry("entries", List.of("entrySet")),
                    Map.entry("power", List.of("pow")),
                    Map.entry("set", List.of("put")),
                    Map.entry("put", List.of("add")),
                    Map.entry("add", List.of("put")),
                    Map.entry("insert", List.of("add", "put")),
                    Map.entry("delete", List.of("remove", "deleteIfExists")),
                    Map.entry("title", List.of("toUpperCase")));

    private final String kind;
    private final String name;
    private final Receiver receiver;

    private MissingMember(String kind, String name, Receiver receiver) {
        this.kind = kind;
        this.name = name;
        this.receiver = receiver;
    }

    /**
     * Returns what to do about a member that is not there.
     *
     * @param kind {@code method} or {@code variable}
     * @param said the compiler's message
     */
    static String advice(String kind, String name, Receiver receiver, String said) {
        var missing = new MissingMember(kind, name, receiver);
        if (kind.equals("class")) {
            return new NestedTypes(receiver, said).hint(name);
        }
        return Pandas.hint(name, receiver)
                .or(missing::other)
                .or(missing::accessor)
                .or(missing::already)
                .or(missing::translated)
                .or(() -> new NestedTypes(receiver, said).nearest(name))
                .or(() -> SystemFields.behind(name, receiver))
                .or(() -> CapitalName.begun(kind, name, receiver))
                .or(missing::nearest)
                .or(missing::inside)
                .or(missing::streamed)
                .or(missing::containing)
                .orElseGet(() -> missing.none(said));
    }

    /** Returns what to do about one that only its own class may name. */
    static Optional<String> hidden(Problem problem, String source) {
        var found = ACCESS.matcher(problem.message());
        if (!found.find() || problem.receiver().isEmpty()) {
            return Optional.empty();
        }
        var receiver = problem.receiver().get();
        if (problem.message().matches("^[\\w.$]*\\b" + receiver.type() + "\\(.*\\) has .*")) {
            return Optional.of(
                    TypeAsValue.notMade(problem.message(), receiver.type(), found.group(2)));
        }
        var missing = new MissingMember("variable", found.group(1), receiver);
        var sameLetters =
                missing.visible(each -> each.name().equalsIgnoreCase(found.group(1)))
                        .filter(each -> each.kind() != Kind.METHOD)
                        .findFirst();
        if (sameLetters.isPresent()) {
            return Optional.of("Did you mean " + sameLetters.get().written() + "?");
        }
        int end = (int) Math.min(problem.end(), source.length());
        boolean changed =
                end >= 0 && ASSIGNED.matcher(source).region(end, source.length()).lookingAt();
        var written = Advice.text(problem, source);
        return missing.ofClass(written, found.group(2), changed)
                .or(() -> missing.privately(changed, found.group(2)));
    }

    /** Returns what to do about a method or constructor that the values fit, but may not be named. */
    static Optional<String> hiddenCall(String said) {
        return said.contains(" access in ") ? Optional.of(ofOthers(said)) : Optional.empty();
    }

    /** Returns what to do about a member of which nothing else is known than who may name it. */
    static String ofOthers(String said) {
        return said.contains(" protected access ")
                ? "It is protected: only %s and the classes that extend it may name it, on objects of their own. Look for a public method that does the same."
                        .formatted(
                                said.replaceFirst(
                                        "(?s).* access in (?:[\\w.$]*\\.)?(\\w+).*", "$1"))
                : "It is private: only its own class may name it. Look for a public method that gives or changes it.";
    }

    private Optional<String> privately(boolean changed, String word) {
        if (changed && receiver.record()) {
            return Optional.of(madeAnew());
        }
        var setter = method("set" + capital());
        if (changed) {
            return setter.map(each -> "It is " + word + "; " + each.name() + "(…) changes it.");
        }
        return getter().map(each -> "It is " + word + "; " + each.written() + " gives it.");
    }

    /** A field of objects, behind the name of their class. */
    private Optional<String> ofClass(String written, String word, boolean changed) {
        return changed || !written.startsWith(receiver.type() + ".")
                ? Optional.empty()
                : getter().map(
                                each ->
                                        "It belongs to an object, and is %s: %s::%s is the method that gives it."
                                                .formatted(word, receiver.type(), each.name()));
    }

    private String madeAnew() {
        return "A record keeps its values; it is changed by making a new one: new "
                + receiver.type()
                + "(…).";
    }

    /** A field taken for a method, or a method for a field. */
    private Optional<String> other() {
        for (var each : receiver.members()) {
            if (!each.name().equals(name) || each.kind() == Kind.TYPE) {
                continue;
            }
            if (kind.equals("variable") && each.kind() == Kind.METHOD) {
                return Optional.of(
                        "%1$s is a method: write %1$s%2$s."
                                .formatted(name, JdkMethods.brackets(receiver.type(), name)));
            }
            if (kind.equals("method") && each.kind() != Kind.METHOD) {
                return each.hidden()
                        ? getter().map(
                                        get ->
                                                name
                                                        + " is a private field; "
                                                        + get.written()
                                                        + " gives it.")
                        : Optional.of(name + " is no method: write it without parentheses.");
            }
        }
        return Optional.empty();
    }

    /** What gives a field: {@code getX()}, {@code isX()}, or as in a record {@code x()}. */
    private Optional<Member> getter() {
        return Stream.of("get" + capital(), "is" + capital(), name)
                .flatMap(each -> method(each).stream())
                .findFirst();
    }

    /** {@code getX()}, where it is called {@code x()}. */
    private Optional<String> accessor() {
        if (!kind.equals("method") || !name.matches("(get|is|set)[A-Z]\\w*")) {
            return Optional.empty();
        }
        var bare = name.replaceFirst("^(get|is|set)", "");
        var plain = bare.substring(0, 1).toLowerCase(Locale.ROOT) + bare.substring(1);
        if (receiver.record() && name.startsWith("set") && method(plain).isPresent()) {
            return Optional.of(madeAnew());
        }
        return method(plain).map(each -> "Did you mean " + each.written() + "?");
    }

    /** What would make it what it is: {@code table()} of a Table. */
    private Optional<String> already() {
        var type = receiver.type().replaceFirst("<.*", "");
        // A map has no method of a stream's, map.
        return kind.equals("method")
                        && !JdkMethods.has(Stream.class, name)
                        && name.matches("(?i)(get|as|to)?" + Pattern.quote(type))
                ? Optional.of("That is of type %s already: leave .%s() out.".formatted(type, name))
                : Optional.empty();
    }

    private Optional<String> translated() {
        return ELSEWHERE.getOrDefault(name, List.of()).stream()
                .flatMap(each -> method(each).stream())
                .findFirst()
                .map(each -> "Java calls it " + each.name() + ".");
    }

    /** Of a letter or two another one is no slip, of more one in three may be. */
    private Optional<String> nearest() {
        var names =
                visible(each -> CapitalName.mayMean(kind, name, each)).map(Member::name).toList();
        return Nearest.to(name, names, name.length() < 3 ? 0 : name.length() / 3)
                .map(near -> "Did you mean " + near + "?");
    }

    /** What an Optional holds is asked of the Optional. */
    private Optional<String> inside() {
        if (name.matches("some|none|just|nothing") && receiver.type().startsWith("Optional")) {
            return Optional.of(
                    "Optional.of(…) makes one of a value, Optional.empty() one without.");
        }
        return receiver.type().matches("Optional(?:Int|Long|Double)?")
                ? Optional.of(
                        "An Optional may be empty: orElse(…) takes its value out, or gives another one.")
                : Optional.empty();
    }

    /** What a stream does is asked of a collection, or of one that knows no numbers. */
    private Optional<String> streamed() {
        if (receiver.type().equals("Stream") && name.matches("sum|average|max|min")) {
            return Optional.of("A stream of numbers does it: .mapToInt(x -> x)." + name + "().");
        }
        return kind.equals("method") && JdkMethods.ofObjects(Stream.class, name)
                ? method("stream").map(each -> "A stream does it: .stream()." + name + "(…).")
                : Optional.empty();
    }

    private Optional<String> containing() {
        var part = name.toLowerCase(Locale.ROOT);
        return part.length() < SAYS_MUCH
                ? Optional.empty()
                : visible(each -> CapitalName.mayMean(kind, name, each))
                        .filter(each -> each.name().toLowerCase(Locale.ROOT).contains(part))
                        .map(Member::name)
                        .min(Comparator.comparingInt(String::length))
                        .map(each -> "Did you mean " + each + "?");
    }

    private String none(String said) {
        var value =
                Named.isOne(receiver.type())
                        ? "An object of a class without a name"
                        : (said.contains("of type") ? "A value of type " : "") + receiver.type();
        var has = value + " has no " + (kind.equals("method") ? "method " : "") + name;
        if (receiver.type().equals("Object")) {
            return "%s: say first what it is, as in ((%s) value).%s()."
                    .formatted(has, JdkMethods.typeWith(name), name);
        }
        var constants = visible(each -> each.kind() == Kind.CONSTANT).map(Member::written).toList();
        if (!constants.isEmpty() && kind.equals("variable")) {
            return has + "; it has " + Listed.of(constants, MOST) + ".";
        }
        var own =
                visible(Member::own)
                        .filter(each -> !JdkMethods.has(Object.class, each.name()))
                        .map(Member::written)
                        .toList();
        return own.isEmpty() || own.size() > MOST
                ? has + "; what it has is listed by Tab behind its dot."
                : has + "; it has " + Listed.of(own, MOST) + ".";
    }

    private Stream<Member> visible(Predicate<Member> wanted) {
        return receiver.members().stream()
                .filter(each -> !each.hidden() && each.kind() != Kind.TYPE)
                .filter(wanted);
    }

    private Optional<Member> method(String wanted) {
        return visible(each -> each.kind() == Kind.METHOD && each.name().equals(wanted))
                .findFirst();
    }

    private String capital() {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
