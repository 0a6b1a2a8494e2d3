package himalia.kernel.advice;

import himalia.kernel.cells.Cutter;
import himalia.kernel.cells.Entry;
import himalia.kernel.java.Compiler;
import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Types that stand in others, which cells declare: outside of them they are named by those. */
final class Enclosing {
    private static final Pattern TYPE =
            Pattern.compile("\\b(?:class|enum|record|interface)\\s+(\\w+)[^;{}]*\\{");

    private Enclosing() {}

    /** Returns the names of the types that a place of a declaration stands in, with a dot behind each; none where it stands in a method. */
    static Optional<String> path(String bare, int at) {
        var brackets = Brackets.in(bare);
        var around = brackets.allAround(at).toList();
        var names = new ArrayList<String>();
        TYPE.matcher(bare)
                .results()
                .filter(each -> around.contains(each.end() - 1))
                .forEach(each -> names.add(each.group(1) + "."));
        return names.size() == around.size()
                ? Optional.of(String.join("", names))
                : Optional.empty();
    }

    /** Returns how a type is named that stands in another one, of a source or of the cells before it; nothing where one of its name stands alone. */
    static Optional<String> nested(String name, Compiler compiler, String source) {
        var paths =
                Stream.concat(
                                Stream.of(source),
                                compiler.cells().names().types().stream().map(Entry::source))
                        .map(Cutter::bare)
                        .flatMap(bare -> paths(name, bare))
                        .distinct()
                        .toList();
        return paths.contains(name) ? Optional.empty() : paths.stream().findFirst();
    }

    /** Whether a source declares a type of a name. */
    static boolean isDeclared(String name, String source) {
        return TYPE.matcher(Cutter.bare(source))
                .results()
                .anyMatch(each -> each.group(1).equals(name));
    }

    private static Stream<String> paths(String name, String bare) {
        return TYPE.matcher(bare)
                .results()
                .filter(each -> each.group(1).equals(name))
                .flatMap(each -> path(bare, each.start()).stream())
                .map(path -> path + name);
    }
}
