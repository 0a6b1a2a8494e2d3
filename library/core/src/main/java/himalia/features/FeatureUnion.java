package himalia.features;

import static himalia.display.bundle.Given.given;

import himalia.model.Feature;
import himalia.model.Provenance;
import himalia.table.Tables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tech.tablesaw.api.Table;

/**
 * Steps side by side: each takes the columns as they come, and what all of them make stands beside each other.
 *
 * <pre>{@code
 * Step both = FeatureUnion.of(new Pca(2), new SelectKBest(FeatureScores.By.F_CLASSIF, 3));
 * Pipeline.of(new SimpleImputer(), both).train(new LogisticRegression(1.0)).fit(train, "churned");
 * }</pre>
 *
 * <p>As scikit-learn's, but that a column which no step reads stays. What two steps call the same gets a number: {@code age} by the first, {@code age_2} by the second.
 * Steps that come one after the other are a {@link Pipeline}, those for other columns a {@link ColumnTransformer}.
 *
 * @param steps the steps, at least one
 */
public record FeatureUnion(List<Step> steps) implements LabelledStep {
    public FeatureUnion {
        given(steps, "steps");
        steps.forEach(step -> Handed.check(step, "step"));
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException(
                    "there are no steps; name some: FeatureUnion.of(new Pca(2), new MinMaxScaler())");
        }
    }

    /** Puts steps side by side. */
    public static FeatureUnion of(Step... steps) {
        return new FeatureUnion(Arrays.asList(given(steps, "steps")));
    }

    @Override
    public FittedStep fit(Table table, String label) {
        Tables.column(table, label);
        return joined(
                table.rejectColumns(label),
                steps.stream().map(step -> done(Handed.fit(step, table, label), table)).toList(),
                List.of(label));
    }

    @Override
    public FittedStep fit(Table features) {
        return joined(
                features,
                steps.stream().map(step -> done(Handed.fit(step, features), features)).toList(),
                List.of());
    }

    private static LearntRows done(FittedStep fitted, Table table) {
        return new LearntRows(fitted, Handed.apply(fitted, table));
    }

    @Override
    public LearntRows fitApply(Table table, String label) {
        Tables.column(table, label);
        var learnt = steps.stream().map(step -> Handed.learn(step, table, label)).toList();
        var fitted = joined(table.rejectColumns(label), learnt, List.of(label));
        var rows = fitted.joined(table, learnt.stream().map(LearntRows::rows).toList());
        return new LearntRows(fitted, Columns.own(rows, table));
    }

    private FittedUnion joined(Table features, List<LearntRows> learnt, List<String> others) {
        var reads = new LinkedHashMap<String, Feature>();
        learnt.forEach(each -> each.step().reads().forEach(read -> reads.put(read.name(), read)));
        var taken = NewColumns.of(features, List.copyOf(reads.keySet()), others);
        var names = new ArrayList<Map<String, String>>();
        for (var each : learnt) {
            var own = each.step().reads().stream().map(Feature::name).collect(Collectors.toSet());
            // What an indicator reads it leaves as it is: that is none of what it makes.
            boolean leavesThem = each.step().step() instanceof MissingIndicator;
            var made = new LinkedHashMap<String, String>();
            for (var name : each.rows().columnNames()) {
                boolean isRead = own.contains(name) && !leavesThem;
                if (isRead || !(features.containsColumn(name) || others.contains(name))) {
                    made.put(name, taken.add(name));
                }
            }
            names.add(made);
        }
        return new FittedUnion(
                this,
                List.copyOf(reads.values()),
                learnt.stream().map(LearntRows::step).toList(),
                names,
                Provenance.of(features));
    }

    /** Returns whether all of its steps do the same whatever rows they were fitted on. */
    @Override
    public boolean isStateless() {
        return steps.stream().allMatch(Step::isStateless);
    }
}
