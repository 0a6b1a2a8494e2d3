package himalia.sampling.augmentation;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.InterruptCheck;
import himalia.model.Labels;
import himalia.table.ColumnArrays;
import himalia.table.ColumnNames;
import himalia.table.Matrices;
import himalia.table.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.distribution.BetaDistribution;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * Rows between two rows, whose label is as much of both classes as their numbers are.
 *
 * <pre>{@code
 * Table mixed = new MixUp(0.2, 42).mix(train, "species", 100);
 * mixed.columnNames()      // the features, and for each class a column species=setosa, … whose sum is 1
 * }</pre>
 *
 * <p>H. Zhang, M. Cisse, Y. N. Dauphin, D. Lopez-Paz (2018): mixup: Beyond Empirical Risk Minimization. ICLR.
 *
 * @param alpha of the Beta(alpha, alpha) distribution that shares are drawn from, above 0: below 1 most rows are near one of the
 *     two
 * @param seed makes two runs agree
 */
public record MixUp(double alpha, long seed) {
    public MixUp {
        if (!(alpha > 0 && alpha < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("alpha must be above 0, got " + alpha);
        }
    }

    /** Returns so many mixed rows, of pairs that are drawn from all rows. */
    public Table mix(Table table, String label, int rows) {
        return mix(table, label, draw(table.rowCount(), rows, Seeds.random(seed)));
    }

    /** Returns which rows would be mixed. */
    public List<Blend> draw(int of, int rows, RandomGenerator random) {
        given(random, "random");
        Ranges.positive(of, "the number of rows to mix");
        Ranges.notNegative(rows, "rows");
        var beta = new BetaDistribution(null, alpha, alpha);
        var blends = new ArrayList<Blend>();
        var interrupt = new InterruptCheck();
        for (var i = 0; i < rows; i++) {
            interrupt.ask();
            blends.add(
                    new Blend(
                            random.nextInt(of),
                            random.nextInt(of),
                            beta.inverseCumulativeProbability(random.nextDouble())));
        }
        return blends;
    }

    /**
     * Returns the mixed rows.
     *
     * @throws IllegalArgumentException if a feature holds no numbers or misses some, or a row is not there
     */
    public Table mix(Table table, String label, List<Blend> blends) {
        given(blends, "blends");
        var labels = Labels.toLearn(table, label);
        var features = Matrices.features(table, label);
        var rows = Matrices.rows(table, features, "mixup");
        var mixed = new double[blends.size()][];
        var shares = new double[labels.classes().size()][blends.size()];
        var interrupt = new InterruptCheck();
        for (var i = 0; i < mixed.length; i++) {
            interrupt.ask();
            var blend = blends.get(i);
            if (Math.max(blend.first(), blend.second()) >= rows.length) {
                throw new IllegalArgumentException(
                        "%s names a row that a table of %d rows has not"
                                .formatted(blend, rows.length));
            }
            mixed[i] = mix(rows[blend.first()], rows[blend.second()], blend.share());
            shares[labels.code(blend.first())][i] += blend.share();
            shares[labels.code(blend.second())][i] += 1 - blend.share();
        }
        var result = Matrices.table(table.name(), features, mixed);
        features.forEach(
                name ->
                        ColumnArrays.printedAs(
                                table.numberColumn(name), result.doubleColumn(name)));
        var names = new ColumnNames(table.columnNames());
        for (var c = 0; c < shares.length; c++) {
            var name = names.add(label + "=" + labels.classes().get(c));
            result.addColumns(DoubleColumn.create(name, shares[c]));
        }
        return result;
    }

    private static double[] mix(double[] first, double[] second, double share) {
        var mixed = new double[first.length];
        for (var j = 0; j < mixed.length; j++) {
            mixed[j] = share * first[j] + (1 - share) * second[j];
        }
        return mixed;
    }

    /**
     * Returns a picture between two.
     *
     * @param share of the first, from 0 to 1
     */
    public static Pixels mix(Pixels first, Pixels second, double share) {
        Ranges.share(share, "share");
        CutMix.alike(first, second);
        return first.made(
                first.height(),
                first.width(),
                (y, x, c) -> share * first.at(y, x, c) + (1 - share) * second.at(y, x, c));
    }
}
