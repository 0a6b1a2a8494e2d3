package himalia.training;

import himalia.model.Classifier;
import himalia.model.Labels;
import himalia.model.Model;
import himalia.model.Provenance;
import himalia.model.Schema;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * A random forest whose trees see as many rows of each class as the rarest has, drawn with replacement.
 *
 * <pre>{@code
 * Model model = new BalancedRandomForest(100, 42).fit(train, "churned");
 * }</pre>
 *
 * <p>C. Chen, A. Liaw, L. Breiman (2004): Using Random Forest to Learn Imbalanced Data. University of California, Berkeley, report 666. The
 * square root of the features is looked at for each question.
 *
 * @param trees how many
 * @param seed makes two runs agree
 */
public record BalancedRandomForest(int trees, long seed) implements Classifier {
    public BalancedRandomForest {
        Checks.atLeast("trees", trees, 1);
    }

    @Override
    public Model fit(Table table, String label) {
        var labels = Labels.toLearn(table, label);
        var schema = Schema.of(table, labels.target());
        var rows = schema.completeRows(table, name());
        var forest = new Forest(name(), trees, seed);
        var grower = ClassTrees.of(rows, labels, forest.ask());
        var settings = new TreeSettings(0, Forest.root(rows[0].length), false, false, seed);
        var grown =
                forest.ofClasses(
                        grower,
                        settings,
                        random ->
                                Forest.times(
                                        bag(grower.codes(), grower.classes(), random),
                                        rows.length));
        return new ForestModel(schema, this, grown, Provenance.of(table));
    }

    /** As many rows of each class as the rarest has, with replacement. */
    private static IntStream bag(int[] codes, int classes, RandomGenerator random) {
        var byClass =
                IntStream.range(0, classes)
                        .mapToObj(
                                k ->
                                        IntStream.range(0, codes.length)
                                                .filter(row -> codes[row] == k)
                                                .toArray())
                        .toList();
        var least = byClass.stream().mapToInt(rows -> rows.length).min().orElseThrow();
        return byClass.stream()
                .flatMapToInt(rows -> random.ints(least, 0, rows.length).map(i -> rows[i]));
    }
}
