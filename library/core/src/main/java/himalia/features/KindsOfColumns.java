package himalia.features;

import himalia.features.ColumnTransformer.Branch;
import himalia.features.ColumnTransformer.Kind;
import himalia.model.Feature;
import himalia.table.Tables;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tech.tablesaw.api.Table;

/** Which columns the kinds of a {@link ColumnTransformer} choose, and which kinds choose none. */
final class KindsOfColumns {
    /** Encoders that take a text of its own in nearly every row, where it is named. */
    private static final Set<String> TAKE_TEXTS =
            Set.of("CountEncoder", "HashingEncoder", "TargetEncoder");

    private KindsOfColumns() {}

    /** Returns the columns that are not named, which have steps by their kind. */
    static Stream<Feature> unnamed(ColumnTransformer step, Table table, String label) {
        var named = step.branches().stream().flatMap(each -> each.columns().stream()).toList();
        return table.columns().stream()
                .filter(column -> !column.name().equals(label) && !named.contains(column.name()))
                .map(Feature::of);
    }

    /** Refuses steps of which none has a column: they would do nothing, and say nothing of it. */
    static void check(ColumnTransformer step, Table table, String label) {
        var features = unnamed(step, table, label).toList();
        var without = without(step, features);
        if (!without.isEmpty() && without.size() == step.branches().size()) {
            throw new IllegalArgumentException(
                    "no column is of kind %s, so no step has one; %s; take one of these kinds, or name columns, ColumnTransformer.of(List.of(\"age\"), …)"
                            .formatted(names(without, " or "), kinds(features)));
        }
    }

    /**
     * Refuses a column that is named and that none of its steps takes, and a kind of whose columns none does: they would be left
     * as they are, and nothing said. What a step of the user's reads is the user's; what an indicator reads, chance tells.
     */
    static void checkTaken(
            Branch branch, List<Feature> features, Table table, List<FittedStep> fitted) {
        if (fitted.isEmpty()
                || branch.steps().stream()
                        .anyMatch(
                                step -> step instanceof MissingIndicator || !Handed.isOurs(step))) {
            return;
        }
        var read =
                fitted.stream()
                        .flatMap(each -> each.reads().stream())
                        .map(Feature::name)
                        .collect(Collectors.toSet());
        var idle =
                features.stream().map(Feature::name).filter(name -> !read.contains(name)).toList();
        if (idle.isEmpty() || (branch.kind() != Kind.NAMED && idle.size() < features.size())) {
            return;
        }
        var name = idle.get(0);
        throw new IllegalArgumentException(
                "column '%s' holds %s, which %s does not take by itself; give it a step that does, or one that takes it by its name, as in new %s(\"%s\")"
                        .formatted(
                                name,
                                Tables.kind(Tables.column(table, name)),
                                branch.steps().stream()
                                        .map(Step::name)
                                        .collect(Collectors.joining(", ")),
                                byName(branch, Feature.of(Tables.column(table, name))),
                                name));
    }

    /** Of a text in nearly every row the encoder that was asked for, where it takes such by its name; one-hot columns are too many there. */
    private static String byName(Branch branch, Feature feature) {
        if (Kind.DATES.has(feature)) {
            return "DateParts";
        }
        if (!Kind.TEXTS.has(feature)) {
            return "OneHotEncoder";
        }
        return branch.steps().stream()
                .map(Step::name)
                .filter(TAKE_TEXTS::contains)
                .findFirst()
                .orElse("HashingEncoder");
    }

    /** Returns the kinds that have steps and none of these columns. */
    static List<Kind> without(ColumnTransformer step, List<Feature> features) {
        return step.branches().stream()
                .map(Branch::kind)
                .filter(kind -> kind != Kind.NAMED && features.stream().noneMatch(kind::has))
                .toList();
    }

    static String names(List<Kind> kinds, String between) {
        return kinds.stream().map(Kind::name).collect(Collectors.joining(between));
    }

    private static String kinds(List<Feature> features) {
        var told =
                Arrays.stream(Kind.values())
                        .filter(kind -> features.stream().anyMatch(kind::has))
                        .map(
                                kind ->
                                        features.stream()
                                                .filter(kind::has)
                                                .map(Feature::name)
                                                .collect(Collectors.joining(", ", kind + ": ", "")))
                        .collect(Collectors.joining("; "));
        return told.isEmpty() ? "there are no others" : "there are " + told;
    }
}
