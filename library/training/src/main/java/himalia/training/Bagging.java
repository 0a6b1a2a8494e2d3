package himalia.training;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Amount;
import himalia.evaluation.validation.NestedTrainer;
import himalia.model.Labels;
import himalia.model.Model;
import himalia.model.Provenance;
import himalia.model.Schema;
import himalia.model.Target;
import himalia.model.Trainer;
import himalia.table.LevelCodes;
import himalia.table.Shuffle;
import himalia.table.Tables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tech.tablesaw.api.Table;

/**
 * Several models of one trainer, each of rows drawn with replacement, whose probabilities or numbers are averaged.
 *
 * <pre>{@code
 * Model model = new Bagging(new DecisionTree(0, 42), 10, 42).fit(train, "churned");
 * Model price = new Bagging(new KNeighborsRegressor(5), 10, 0.5, 0.8, 42).fit(homes, "price");
 * }</pre>
 *
 * <p>L. Breiman (1996): Bagging Predictors. Machine Learning 24, 123–140. As scikit-learn's {@code BaggingClassifier} and {@code
 * BaggingRegressor}; for rare classes see {@link BalancedBagging}.
 *
 * @param member what is trained on each draw
 * @param members how many
 * @param rows how many rows are drawn, as a share of all, above 0 and at most 1
 * @param features how many features each member sees, as a share of all, above 0 and at most 1; drawn without replacement
 * @param seed makes two runs agree
 */
public record Bagging(Trainer member, int members, double rows, double features, long seed)
        implements NestedTrainer {
    public Bagging {
        given(member, "member");
        Checks.atLeast("members", members, 1);
        Checks.within("rows", rows, 0, 1);
        Checks.within("features", features, 0, 1);
    }

    /** Draws as many rows as there are, and shows each member all features. */
    public Bagging(Trainer member, int members, long seed) {
        this(member, members, 1, 1, seed);
    }

    /** Returns false: rows are drawn. */
    @Override
    public boolean keepsRows() {
        return false;
    }

    @Override
    public Optional<Target.Kind> predicts() {
        return member.predicts();
    }

    @Override
    public Optional<String> ranksWithin() {
        return member.ranksWithin();
    }

    @Override
    public Model fit(Table table, String label) {
        var column = Tables.column(table, label);
        columns().forEach(name -> Tables.column(table, name));
        if (table.rowCount() == 0) {
            throw new IllegalArgumentException(
                    "the table has no rows; there is nothing to learn from");
        }
        var levels = LevelCodes.of(column);
        var codes = IntStream.range(0, table.rowCount()).map(levels::code).toArray();
        // A member may tell classes apart or predict numbers, and either may be of one value only.
        int least = Math.min(2, (int) Arrays.stream(codes).distinct().count());
        var numbers = new Target.Numbers(label);
        // A table without features is refused before rows are drawn.
        Schema.of(table, numbers);
        checkNamed(table, label);
        var models = models(table, label, codes, least);
        var read = Members.read(columns(), models, table);
        var target =
                models.get(0).schema().target() instanceof Target.Classes
                        ? Labels.toLearn(table, label).target()
                        : numbers;
        return new EnsembleModel(Schema.of(read, target), this, models, Provenance.of(read));
    }

    private List<Model> models(Table table, String label, int[] codes, int least) {
        return new Draws(this, member, members, seed)
                .trained(
                        table,
                        label,
                        random -> {
                            var drawn =
                                    Draws.withClasses(
                                            codes,
                                            least,
                                            label,
                                            () -> rows(table.rowCount(), random));
                            return Tables.rows(shown(table, label, random), drawn);
                        });
    }

    private int[] rows(int all, RandomGenerator random) {
        int count = Math.max(1, (int) (rows * all));
        return random.ints(count, 0, all).toArray();
    }

    /** A member that does not see what it names would say that the table has not got it. */
    private void checkNamed(Table table, String label) {
        var names = features(table, label);
        int count = shownOf(names.size());
        if (count < names.size()) {
            names.forEach(name -> checkSteps(name, count, names.size()));
            NamedColumns.of(member).stream()
                    .filter(names::contains)
                    .findFirst()
                    .ifPresent(
                            name -> {
                                throw new IllegalArgumentException(
                                        "Bagging shows each member %d of %s, and %s names '%s', which some would not see; take features 1.0, or leave '%4$s' out of categorical(…) and monotone(…)"
                                                .formatted(
                                                        count,
                                                        Amount.of(names.size(), "feature"),
                                                        member.name(),
                                                        name));
                            });
        }
    }

    private void checkSteps(String column, int count, int width) {
        var naming = NamedColumns.steps(member, column);
        if (!naming.isEmpty()) {
            throw new IllegalArgumentException(
                    "Bagging shows each member %d of %s, and %s of its pipeline names '%s', which some would not see; take features 1.0, or leave '%4$s' out of %3$s"
                            .formatted(
                                    count,
                                    Amount.of(width, "feature"),
                                    String.join(", ", naming),
                                    column));
        }
    }

    private List<String> features(Table table, String label) {
        var names = new ArrayList<>(table.columnNames());
        names.removeAll(columns());
        names.remove(label);
        return names;
    }

    /** Returns how many features a member sees. */
    private int shownOf(int width) {
        return Math.max(1, (int) (features * width));
    }

    /** Leaves as many features as a member sees, in their order. */
    private Table shown(Table table, String label, RandomGenerator random) {
        var names = features(table, label);
        var kept = new LinkedHashSet<>(columns());
        kept.add(label);
        int width = names.size();
        int count = shownOf(width);
        if (count >= width) {
            return table;
        }
        var drawn = Shuffle.first(IntStream.range(0, width).toArray(), count, random);
        var shown = Arrays.stream(drawn).limit(count).sorted().mapToObj(names::get);
        return table.selectColumns(Stream.concat(shown, kept.stream()).toArray(String[]::new))
                .setName(table.name());
    }

    @Override
    public List<String> columns() {
        return NestedTrainer.columnsOf(member);
    }

    @Override
    public Map<String, String> settings() {
        var settings = new LinkedHashMap<String, String>();
        settings.put("member", member.toString());
        settings.put("members", String.valueOf(members));
        settings.put("rows", String.valueOf(rows));
        settings.put("features", String.valueOf(features));
        settings.put("seed", String.valueOf(seed));
        return settings;
    }
}
