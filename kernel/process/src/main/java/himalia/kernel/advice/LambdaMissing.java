package himalia.kernel.advice;

import himalia.javac.Problem;
import himalia.kernel.cells.Cutter;
import java.util.Optional;
import java.util.regex.Pattern;

/** A condition or a value that is handed to a stream without the name and the arrow before it. */
final class LambdaMissing {
    private static final Pattern TAKES =
            Pattern.compile(
                    "\\.\\s*(filter|map|mapToInt|mapToDouble|mapToLong|mapToObj|flatMap|forEach|anyMatch|allMatch|noneMatch"
                            + "|removeIf|takeWhile|dropWhile|peek|sortBy|comparing)\\s*\\z");

    private LambdaMissing() {}

    /** Returns what to write where a name is missing in what such a method is given. */
    static Optional<String> hint(String name, Problem problem, String source) {
        var bare = Cutter.bare(source);
        int at = problem.startIn(bare);
        var brackets = Brackets.in(bare);
        for (var open = brackets.around(at); open.isPresent(); open = brackets.around(open.get())) {
            var method = TAKES.matcher(bare.substring(0, open.get()));
            var close = brackets.closing(open.get());
            if (bare.charAt(open.get()) != '(' || close.isEmpty()) {
                return Optional.empty();
            }
            var given = source.substring(open.get() + 1, close.get());
            if (method.find()) {
                return given.contains("->") || given.contains("::") || given.contains("\n")
                        ? Optional.empty()
                        : Optional.of(written(method.group(1), name, given.strip()));
            }
        }
        return Optional.empty();
    }

    /** A name alone is a method's, most often; and a name before = or a comma stands for what comes in. */
    private static String written(String method, String name, String given) {
        if (given.equals(name)) {
            return "%s takes a lambda, or a method behind ::, such as x -> x.%2$s(), String::%2$s."
                    .formatted(method, name);
        }
        return "%s takes a lambda: write %s -> %s."
                .formatted(
                        method, name, given.replaceFirst("^" + name + "\\s*(?:=(?!=)|,)\\s*", ""));
    }
}
