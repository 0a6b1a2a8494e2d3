package himalia.features;

import static himalia.display.bundle.Given.given;

import himalia.model.Feature;
import himalia.model.Model;
import himalia.model.Schema;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * From which columns each column came that a pipeline or a step makes.
 *
 * <pre>{@code
 * Lineage.of(model)                                // a row for each column that the model inside reads
 * new OneHotEncoder().fit(train).lineage()         // {city_Oslo=[city], city_Rome=[city]}
 * }</pre>
 *
 * <p>Where a step mixes columns, as {@link Pca} does, each of its columns comes from all that it reads.
 */
public final class Lineage {
    private Lineage() {}

    /**
     * Returns a row for each column that the model of a pipeline reads: its name, and the columns of the table that it came from.
     *
     * @param model is asked for its {@link Model#lineage}; one without steps reads the table itself
     */
    public static Table of(Model model) {
        var names = StringColumn.create("column");
        var origins = StringColumn.create("from");
        given(model, "model")
                .lineage()
                .forEach(
                        (name, from) -> {
                            names.append(name);
                            origins.append(String.join(", ", from));
                        });
        return Table.create("lineage", names, origins);
    }

    /** Of what a model reads behind steps that are fed by a table. */
    static Map<String, List<String>> of(Schema table, List<FittedStep> steps, Model model) {
        var from = new LinkedHashMap<String, Set<String>>();
        table.featureNames().forEach(name -> from.put(name, Set.of(name)));
        steps.forEach(step -> follow(step, from));
        var read = new LinkedHashMap<String, List<String>>();
        model.lineage().forEach((name, columns) -> read.put(name, origins(columns, from)));
        return read;
    }

    static Map<String, List<String>> of(FittedStep fitted) {
        if (fitted instanceof RenamedStep renamed) {
            var from = new LinkedHashMap<String, List<String>>();
            renamed.fitted()
                    .lineage()
                    .forEach(
                            (name, columns) ->
                                    from.put(renamed.made().getOrDefault(name, name), columns));
            return from;
        }
        if (fitted instanceof FittedSteps steps) {
            return ofSteps(steps);
        }
        if (fitted instanceof FittedUnion union) {
            return ofUnion(union);
        }
        if (fitted instanceof FittedRules rules) {
            var from = new LinkedHashMap<String, List<String>>();
            for (int j = 0; j < rules.reads().size(); j++) {
                var read = rules.reads().get(j);
                rules.rules()
                        .get(j)
                        .apply(NoRows.of(read))
                        .forEach(column -> from.put(column.name(), List.of(read.name())));
            }
            return from;
        }
        if (fitted instanceof FittedSelection
                || fitted instanceof FittedRfeCv
                || fitted instanceof FittedImputer
                || fitted instanceof StandardScaler.FittedScaler) {
            return each(fitted);
        }
        var all = fitted.reads().stream().map(Feature::name).toList();
        var from = new LinkedHashMap<String, List<String>>();
        made(fitted).forEach(name -> from.put(name, all));
        return from;
    }

    /** Of a step that leaves the columns it reads as they are, and puts others behind them, each made of some. */
    static Map<String, List<String>> adding(List<Feature> reads, Map<String, List<String>> made) {
        var from = new LinkedHashMap<String, List<String>>();
        reads.forEach(read -> from.put(read.name(), List.of(read.name())));
        from.putAll(made);
        return from;
    }

    /** Steps that leave the numbers of a column in it, whatever they do to them. */
    private static Map<String, List<String>> each(FittedStep fitted) {
        var from = new LinkedHashMap<String, List<String>>();
        made(fitted).forEach(name -> from.put(name, List.of(name)));
        return from;
    }

    private static List<String> made(FittedStep fitted) {
        var none = Table.create("none");
        fitted.reads().forEach(read -> none.addColumns(NoRows.of(read)));
        return fitted.apply(none).columnNames();
    }

    private static Map<String, List<String>> ofSteps(FittedSteps steps) {
        var from = new LinkedHashMap<String, Set<String>>();
        steps.reads().forEach(read -> from.put(read.name(), Set.of(read.name())));
        steps.steps().forEach(step -> follow(step, from));
        return from.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                each -> List.copyOf(each.getValue()),
                                (one, other) -> one,
                                LinkedHashMap::new));
    }

    private static Map<String, List<String>> ofUnion(FittedUnion union) {
        var from = new LinkedHashMap<String, List<String>>();
        for (int each = 0; each < union.steps().size(); each++) {
            var its = union.steps().get(each).lineage();
            union.names()
                    .get(each)
                    .forEach((name, last) -> from.put(last, its.getOrDefault(name, List.of())));
        }
        return from;
    }

    /** What a step reads goes, and what it makes comes, each with the origins of what it was made from. */
    private static void follow(FittedStep step, Map<String, Set<String>> from) {
        var before = new LinkedHashMap<>(from);
        step.reads().forEach(read -> from.remove(read.name()));
        step.lineage()
                .forEach(
                        (name, columns) ->
                                from.put(name, new LinkedHashSet<>(origins(columns, before))));
    }

    private static List<String> origins(List<String> columns, Map<String, Set<String>> from) {
        return columns.stream()
                .flatMap(column -> from.getOrDefault(column, Set.of()).stream())
                .distinct()
                .toList();
    }
}
