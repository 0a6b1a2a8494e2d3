package himalia.sampling;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Nearest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The parts of a strategy that names classes, between commas that are in no class's name. */
final class StrategyParts {
    private StrategyParts() {}

    /** Returns how many rows each class shall have as a strategy writes it. */
    static String text(Map<String, Integer> rows) {
        if (rows.isEmpty()) {
            throw new IllegalArgumentException(
                    "rows names no class; give one and how many rows it shall have, such as Map.of(\"spam\", 500)");
        }
        rows.forEach(
                (name, count) -> {
                    if (given(count, "rows of class '" + name + "'") < 0) {
                        throw negative(name, count, "");
                    }
                });
        return rows.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(","));
    }

    static IllegalArgumentException negative(String name, int rows, String such) {
        return new IllegalArgumentException(
                "strategy asks for %d rows of class '%s'; it is 0 or more%s"
                        .formatted(rows, name, such));
    }

    static IllegalArgumentException noClass(String name, List<String> classes) {
        var all = Stream.concat(classes.stream(), Strategy.rules().stream()).toList();
        return new IllegalArgumentException(
                "strategy names class '%s'%s There are: %s; or %s, or a ratio such as 0.5"
                        .formatted(
                                name,
                                Nearest.to(name, all)
                                        .map(near -> "; did you mean '" + near + "'?")
                                        .orElse(", which does not occur."),
                                String.join(", ", classes),
                                String.join(", ", Strategy.rules())));
    }

    /** Refuses names that another class's name and number look like when they are written one behind the other. */
    static void checkNames(String text, Set<String> names, List<String> classes) {
        var read = of(text, classes).stream().map(part -> name(part, classes)).toList();
        if (!names.equals(Set.copyOf(read))) {
            throw new IllegalArgumentException(
                    "a strategy writes the classes %s as '%s', which is read as %s; rename classes with = or a comma in their names, or resample those by a table without the others"
                            .formatted(quoted(names), text, quoted(read)));
        }
    }

    private static String quoted(Collection<String> names) {
        return names.stream()
                .sorted()
                .map(name -> "'" + name + "'")
                .collect(Collectors.joining(", "));
    }

    static List<String> of(String text, List<String> classes) {
        var pieces = List.of(text.split(","));
        var parts = new ArrayList<String>();
        for (int from = 0; from < pieces.size(); ) {
            int to = end(pieces, from, classes);
            parts.add(String.join(",", pieces.subList(from, to)));
            from = to;
        }
        return parts;
    }

    /** Returns behind which piece the longest name of a class ends; behind the first where there is none. */
    private static int end(List<String> pieces, int from, List<String> classes) {
        int most = classes.stream().mapToInt(name -> name.split(",", -1).length).max().orElse(1);
        for (int to = Math.min(pieces.size(), from + most); to > from + 1; to--) {
            var part = String.join(",", pieces.subList(from, to));
            int equals = part.lastIndexOf('=');
            if ((equals < 0 || equals > part.lastIndexOf(','))
                    && classes.contains(name(part, classes))) {
                return to;
            }
        }
        return from + 1;
    }

    /** Returns the least ratio of few digits of which as many rows come. */
    static String leastRatio(int rows, int many) {
        var ratio =
                BigDecimal.valueOf(rows).divide(BigDecimal.valueOf(many), 6, RoundingMode.CEILING);
        // The product is rounded, too.
        while ((int) (many * ratio.doubleValue()) < rows) {
            ratio = ratio.add(ratio.ulp());
        }
        return ratio.stripTrailingZeros().toPlainString();
    }

    /** Returns what is before the number of rows. */
    static String name(String part, List<String> classes) {
        int equals = part.lastIndexOf('=');
        return exactOrStripped(equals < 0 ? part : part.substring(0, equals), classes);
    }

    /** Blanks about a name are there to be read, unless a class has them. */
    static String exactOrStripped(String name, List<String> classes) {
        return classes.contains(name) ? name : name.strip();
    }
}
