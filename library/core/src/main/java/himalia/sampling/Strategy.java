package himalia.sampling;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Amount;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * Which classes a sampler changes, and to how many rows.
 *
 * <pre>{@code
 * new Smote(5, new Strategy("0.5"), 42)                      // half as many rare rows as common ones
 * new RandomUnderSampler(new Strategy("spam=500,ham=1000"), 42)
 * }</pre>
 *
 * <ul>
 *   <li>{@code auto}: every class but the one that need not change (the largest for samplers that add rows, the smallest
 *       for those that drop some);
 *   <li>{@code minority}, {@code majority}, {@code not minority}, {@code not majority}, {@code all}; with a dash for the space
 *       as well;
 *   <li>a number, for two classes: how many rows of the rarer one there shall be for each of the other, {@code 0.5};
 *   <li>classes and how many rows each shall have, {@code spam=500,ham=1000}; for a sampler that cleans, only classes,
 *       {@code ham}; blanks about a name are left out, unless a class has them.
 * </ul>
 *
 * @param text one of these
 */
public record Strategy(String text) {
    private static final List<String> RULES =
            List.of("auto", "all", "majority", "minority", "not majority", "not minority");

    /** Balances all classes. */
    public static final Strategy AUTO = new Strategy("auto");

    /** What a sampler does with the classes it changes. */
    enum Kind {
        /** Adds rows; the target is how many. */
        ADD,
        /** Drops rows; the target is how many stay. */
        DROP,
        /** Drops the rows that are in the way; the target says nothing. */
        CLEAN
    }

    public Strategy {
        text = rule(given(text, "strategy", "take Strategy.AUTO"));
        if (text.replace(",", "").isBlank()) {
            throw new IllegalArgumentException(
                    "strategy must be one of %s, a ratio such as 0.5, or class=rows, got '%s'"
                            .formatted(String.join(", ", rules()), text));
        }
    }

    /**
     * Names classes and how many rows each shall have.
     *
     * <pre>{@code
     * new Smote(5, Strategy.of(Map.of("spam", 500, "ham", 1000)), 42)
     * }</pre>
     */
    public static Strategy of(Map<String, Integer> rows) {
        return new Strategy(StrategyParts.text(given(rows, "rows")));
    }

    /**
     * Asks a function how many rows each class shall have, given how many it has.
     *
     * <pre>{@code
     * Strategy.by(train, "y", counts -> Map.of("spam", counts.get("ham") / 2))
     * }</pre>
     *
     * <p>It is asked at once, and of this table. In a pipeline, whose folds have other counts, let a sampler of your own do
     * it: {@code (rows, label) -> new Smote(5, Strategy.by(rows, label, f), 42).resample(rows, label)}.
     */
    public static Strategy by(
            Table table,
            String label,
            Function<Map<String, Integer>, Map<String, Integer>> function) {
        given(function, "function", "give one, such as counts -> Map.of(\"spam\", 500)");
        var classes = Classes.of(table, label);
        var each = classes.counts();
        var counts = new LinkedHashMap<String, Integer>();
        for (var code = 0; code < each.length; code++) {
            counts.put(classes.names().get(code), each[code]);
        }
        var rows = given(function.apply(counts), "what the function returns", "return a map");
        rows.keySet().stream()
                .filter(name -> !counts.containsKey(name))
                .findFirst()
                .ifPresent(
                        name -> {
                            throw StrategyParts.noClass(name, classes.names());
                        });
        if (rows.isEmpty()) {
            throw new IllegalArgumentException(
                    "the function returns an empty map, which names none of %s; return how many rows a class shall have, or take Strategy.AUTO"
                            .formatted(counts));
        }
        var strategy = of(rows);
        StrategyParts.checkNames(strategy.text, rows.keySet(), classes.names());
        return strategy;
    }

    /** Rules may be written with a dash, which spares quotes on a magic's line; names of classes are as they are. */
    private static String rule(String text) {
        var spaced = text.strip().replace('-', ' ');
        return RULES.contains(spaced) ? spaced : text;
    }

    /** Returns the rules that name no class, as they are written on a magic's line: {@code not-majority}. */
    public static List<String> rules() {
        return RULES.stream().map(rule -> rule.replace(' ', '-')).toList();
    }

    /**
     * Returns the same for a part of a table: where it names how many rows a class shall have, for a fifth of its rows a fifth of
     * that.
     *
     * <pre>{@code
     * (rows, label) -> new Smote(5, strategy.scaled(train, rows, label), 42).resample(rows, label)
     * }</pre>
     */
    public Strategy scaled(Table whole, Table part, String label) {
        return text.contains("=")
                ? ScaledCounts.of(this, Classes.of(whole, label), Classes.of(part, label))
                : this;
    }

    @Override
    public String toString() {
        return text;
    }

    /** Returns the targets by the code of their class, in the order of the classes, in which imbalanced-learn draws as well. */
    NavigableMap<Integer, Integer> targets(Kind kind, Classes classes) {
        var targets = new TreeMap<>(chosen(kind, classes));
        if (kind == Kind.ADD) {
            AddedRows.check(targets.values(), classes, this);
        }
        return targets;
    }

    private Map<Integer, Integer> chosen(Kind kind, Classes classes) {
        if (RULES.contains(text)) {
            return byRule(kind, classes);
        }
        // A cleaning sampler has no use for ratios; classes may be 0 and 1. No ratio has a sign.
        var name = StrategyParts.exactOrStripped(text, classes.names());
        var isName =
                classes.names().contains(name) && (kind == Kind.CLEAN || name.matches("[-+].*"));
        if (text.strip().matches("[-+]?\\d*\\.?\\d+(?:[eE][-+]?\\d+)?") && !isName) {
            return byRatio(Double.parseDouble(text), kind, classes);
        }
        return byName(kind, classes);
    }

    private Map<Integer, Integer> byRule(Kind kind, Classes classes) {
        var majority = classes.majority();
        var minority = classes.minority();
        var adds = kind == Kind.ADD;
        if (text.equals(adds ? "majority" : "minority")) {
            throw new IllegalArgumentException(
                    "strategy '%s' would %s; use auto"
                            .formatted(
                                    text,
                                    adds
                                            ? "add to the largest class"
                                            : "drop rows of the smallest class"));
        }
        IntPredicate chosen =
                switch (text) {
                    case "all" -> code -> true;
                    case "majority" -> code -> code == majority;
                    case "minority" -> code -> code == minority;
                    case "not majority" -> code -> code != majority;
                    case "not minority" -> code -> code != minority;
                    default -> code -> code != (adds ? majority : minority);
                };
        var counts = classes.counts();
        var targets = new LinkedHashMap<Integer, Integer>();
        IntStream.range(0, counts.length)
                .filter(chosen)
                .forEach(
                        code ->
                                targets.put(
                                        code,
                                        adds ? counts[majority] - counts[code] : counts[minority]));
        return targets;
    }

    private Map<Integer, Integer> byRatio(double ratio, Kind kind, Classes classes) {
        if (kind == Kind.CLEAN) {
            throw new IllegalArgumentException(
                    "strategy %s is a ratio, and this sampler drops only rows that are in the way; name classes instead"
                            .formatted(text));
        }
        if (classes.names().size() != 2) {
            throw new IllegalArgumentException(
                    "strategy %s is a ratio, which is for two classes, and there are %d: write class=rows for each"
                            .formatted(text, classes.names().size()));
        }
        var counts = classes.counts();
        var many = counts[classes.majority()];
        var few = counts[classes.minority()];
        var adds = kind == Kind.ADD;
        var target = adds ? (int) (many * ratio) - few : (int) (few / ratio);
        if (many == few && (adds || ratio != 1)) {
            throw new IllegalArgumentException(
                    "strategy %s is a ratio, and there is nothing to balance: both classes have %s already"
                            .formatted(text, Amount.of(few, "row")));
        }
        if (ratio <= 0 || ratio > 1 || (adds ? target < 0 : target > many)) {
            throw new IllegalArgumentException(
                    "strategy %s must be above %.3f, the ratio there is, and at most 1"
                            .formatted(text, (double) few / many));
        }
        if (adds && target == 0) {
            throw new IllegalArgumentException(
                    "strategy %s adds no row: of %d rows it makes %d, which there are; take %s or more"
                            .formatted(text, many, few, StrategyParts.leastRatio(few + 1, many)));
        }
        return Map.of(adds ? classes.minority() : classes.majority(), target);
    }

    private Map<Integer, Integer> byName(Kind kind, Classes classes) {
        var counts = classes.counts();
        var targets = new LinkedHashMap<Integer, Integer>();
        for (var part : StrategyParts.of(text, classes.names())) {
            int equals = part.lastIndexOf('=');
            var name = StrategyParts.name(part, classes.names());
            var rows = equals < 0 ? "" : part.substring(equals + 1).strip();
            var code = classes.names().indexOf(name);
            if (code < 0) {
                throw StrategyParts.noClass(name, classes.names());
            }
            if (targets.put(code, target(kind, name, rows, counts[code])) != null) {
                throw new IllegalArgumentException(
                        "strategy '%s' names class '%s' twice; name it once".formatted(text, name));
            }
        }
        return targets;
    }

    private static int target(Kind kind, String name, String text, int count) {
        if (kind == Kind.CLEAN) {
            if (!text.isEmpty()) {
                throw new IllegalArgumentException(
                        "strategy asks for %s rows of class '%s', and this sampler drops only rows that are in the way; write %s alone"
                                .formatted(text, name, name));
            }
            return 0;
        }
        if (text.replace(",", "").isBlank()) {
            throw new IllegalArgumentException(
                    "strategy names class '%s' without a number of rows; write %s=%d"
                            .formatted(name, name, count));
        }
        var rows = rows(name, text, count);
        if (kind == Kind.ADD ? rows < count : rows > count) {
            throw new IllegalArgumentException(
                    "strategy asks for %d rows of class '%s', which has %d, and this sampler only %s rows"
                            .formatted(rows, name, count, kind == Kind.ADD ? "adds" : "drops"));
        }
        return kind == Kind.ADD ? rows - count : rows;
    }

    private static int rows(String name, String text, int count) {
        try {
            int rows = Integer.parseInt(text);
            if (rows < 0) {
                throw StrategyParts.negative(name, rows, ", such as %s=%d".formatted(name, count));
            }
            return rows;
        } catch (NumberFormatException e) {
            if (text.matches("\\+?\\d+")) {
                throw new IllegalArgumentException(
                        "strategy asks for %s rows of class '%s', and a table has %d at most; write fewer, such as %s=%d"
                                .formatted(text, name, Integer.MAX_VALUE, name, count));
            }
            throw new IllegalArgumentException(
                    "strategy wants a number of rows for class '%s', got '%s'; write %s=%d"
                            .formatted(name, text, name, count));
        }
    }
}
