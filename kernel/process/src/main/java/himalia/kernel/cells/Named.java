package himalia.kernel.cells;

import himalia.javac.AnonymousClass;
import himalia.javac.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A cell whose anonymous classes have got names, so that a variable can be of such a type, and later cells see what is in
 * it. Each class stands before the piece of the cell that makes one, on its line.
 */
public final class Named {
    /** How their names begin. */
    static final String PREFIX = "$JShell$anonymous$$";

    private static final Pattern ONE =
            Pattern.compile("(?:[\\w$.]*\\.)?" + Pattern.quote(PREFIX) + "\\d+");

    private final StringBuilder text = new StringBuilder();
    private final List<Stretch> stretches = new ArrayList<>();

    /** What they are called. */
    public static final String WORDS = "an anonymous class";

    private static final Pattern IN_WORDS =
            Pattern.compile("(?:" + Pattern.quote(PREFIX) + "|(?<![\\w$])\\$\\$)\\d+");

    /** Text of the cell as it was. */
    private record Stretch(int from, int length, int was) {}

    private Named() {}

    /** By the names that the user writes, in which it is seen what a class goes along with. */
    private static String shown(String type) {
        return Cells.asWritten(type);
    }

    /** Returns a text without their names, whose beginning the compiler may have left. */
    public static String inWords(String text) {
        return IN_WORDS.matcher(text).replaceAll(WORDS);
    }

    /** Returns what JShell says of a member without the name of its class, of which it leaves the number. */
    public static String unnamed(String member) {
        return member.replaceAll("(?:%s|(?<!\\w)\\$)\\d+\\.".formatted(Pattern.quote(PREFIX)), "");
    }

    /** Returns whether that is the name of such a class, which nobody wrote, and nothing besides. */
    public static boolean isOne(String name) {
        return ONE.matcher(name).matches();
    }

    /** Names the classes, whose places are in the compiled text; nothing where there are none. */
    static Optional<Named> of(
            CellSource cell,
            CellClassText compiled,
            List<AnonymousClass> classes,
            IntFunction<String> names) {
        if (classes.isEmpty()) {
            return Optional.empty();
        }
        var named = new Named();
        var code = cell.code();
        int first = compiled.offset(classes.get(0).start());
        int piece = start(code, first);
        named.take(code, 0, piece);
        for (int i = 0; i < classes.size(); i++) {
            named.declare(code, compiled, classes.get(i), names.apply(i));
        }
        int done = piece;
        for (int i = 0; i < classes.size(); i++) {
            var each = classes.get(i);
            named.take(code, done, compiled.offset(each.start()));
            named.make(code, compiled, each, names.apply(i));
            done = compiled.offset(each.end());
        }
        named.take(code, done, code.length());
        return Optional.of(named);
    }

    /** Returns where the piece begins that holds a place. */
    private static int start(String code, int place) {
        return Cutter.cut(code).stream()
                .mapToInt(Piece::start)
                .filter(start -> start <= place)
                .max()
                .orElse(0);
    }

    private void take(String code, int from, int to) {
        stretches.add(new Stretch(text.length(), to - from, from));
        text.append(code, from, to);
    }

    /** Writes how one is made: with what it captures, and of the object that it is an inner class of. */
    private void make(String code, CellClassText compiled, AnonymousClass type, String name) {
        if (!type.captured().isEmpty()) {
            var captured = type.captured().stream().map(AnonymousClass.Captured::name);
            text.append("new ").append(around(name));
            text.append(captured.collect(Collectors.joining(", ", "(", ").")));
        }
        text.append("new ").append(name);
        int arguments = compiled.offset(type.arguments());
        int body = compiled.offset(type.body());
        if (type.outer() < 0) {
            take(code, arguments, body);
            return;
        }
        text.append('(');
        take(code, compiled.offset(type.start()), compiled.offset(type.outer()));
        text.append(type.parameters().size() > 1 ? ", " : "");
        take(code, arguments + 1, body);
    }

    /** Names the class that holds what another one captures: the initialisers of that one see it there, too. */
    private static String around(String name) {
        return name + "around";
    }

    private void declare(String code, CellClassText compiled, AnonymousClass type, String name) {
        if (!type.captured().isEmpty()) {
            capture(type.captured(), around(name));
        }
        text.append("class ").append(name);
        text.append(type.implemented() ? " implements " : " extends ")
                .append(shown(type.supertype()));
        text.append(" { ");
        if (!type.parameters().isEmpty() || !type.thrown().isEmpty()) {
            constructor(type, name);
        }
        take(code, compiled.offset(type.body()) + 1, compiled.offset(type.end()));
        text.append(type.captured().isEmpty() ? " " : " } ");
    }

    /** Begins a class that holds variables of the code around another one. */
    private void capture(List<AnonymousClass.Captured> captured, String name) {
        text.append("class ").append(name).append(" { ");
        captured.forEach(
                each ->
                        text.append("final ")
                                .append(shown(each.type()))
                                .append(' ')
                                .append(each.name())
                                .append("; "));
        text.append(name);
        text.append(
                captured.stream()
                        .map(each -> shown(each.type()) + " " + each.name())
                        .collect(Collectors.joining(", ", "(", ") { ")));
        captured.forEach(each -> text.append("this.%1$s = %1$s; ".formatted(each.name())));
        text.append("} ");
    }

    private void constructor(AnonymousClass type, String name) {
        var range = IntStream.range(0, type.parameters().size());
        var parameters =
                range.mapToObj(i -> shown(type.parameters().get(i)) + " a" + i)
                        .collect(Collectors.joining(", "));
        boolean isInner = type.outer() >= 0;
        var arguments =
                IntStream.range(isInner ? 1 : 0, type.parameters().size())
                        .mapToObj(i -> "a" + i)
                        .collect(Collectors.joining(", "));
        text.append(name).append('(').append(parameters).append(')');
        if (!type.thrown().isEmpty()) {
            text.append(" throws ").append(shown(String.join(", ", type.thrown())));
        }
        text.append(isInner ? " { a0.super(" : " { super(").append(arguments).append("); } ");
    }

    String code() {
        return text.toString();
    }

    /** Returns an error where it is in the cell as it was. */
    Problem back(Problem problem) {
        for (var stretch : stretches) {
            long into = problem.start() - stretch.from();
            if (into >= 0 && into <= stretch.length()) {
                long start = stretch.was() + into;
                return problem.at(start, start + problem.end() - problem.start());
            }
        }
        return problem;
    }
}
