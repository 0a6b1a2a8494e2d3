package himalia.kernel.cells;

import himalia.javac.AnonymousClass;
import himalia.javac.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A cell whose anonymous classes have got names, so that a variable can be of such a type, and later cells see what is in
 * it. Each class stands before the piece of the cell that makes one, on its line.
 */
final class Named {
    private final String className;
    private final StringBuilder text = new StringBuilder();
    private final List<Stretch> stretches = new ArrayList<>();

    /** Text of the cell as it was. */
    private record Stretch(int from, int length, int was) {}

    private Named(String className) {
        this.className = className;
    }

    /** A type of the cell itself by its simple name: the class that holds it will be another one. */
    private String shown(String type) {
        return type.replace(className + ".", "");
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
        var named = new Named(cell.className());
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
            named.text.append("new ").append(names.apply(i));
            int body = compiled.offset(each.body());
            named.take(code, compiled.offset(each.arguments()), body);
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

    private void declare(String code, CellClassText compiled, AnonymousClass type, String name) {
        text.append("class ").append(name);
        text.append(type.implemented() ? " implements " : " extends ")
                .append(shown(type.supertype()));
        text.append(" { ");
        if (!type.parameters().isEmpty() || !type.thrown().isEmpty()) {
            constructor(type, name);
        }
        take(code, compiled.offset(type.body()) + 1, compiled.offset(type.end()));
        text.append(' ');
    }

    private void constructor(AnonymousClass type, String name) {
        var range = IntStream.range(0, type.parameters().size());
        var parameters =
                range.mapToObj(i -> shown(type.parameters().get(i)) + " a" + i)
                        .collect(Collectors.joining(", "));
        var arguments =
                IntStream.range(0, type.parameters().size())
                        .mapToObj(i -> "a" + i)
                        .collect(Collectors.joining(", "));
        text.append(name).append('(').append(parameters).append(')');
        if (!type.thrown().isEmpty()) {
            text.append(" throws ").append(shown(String.join(", ", type.thrown())));
        }
        text.append(" { super(").append(arguments).append("); } ");
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
