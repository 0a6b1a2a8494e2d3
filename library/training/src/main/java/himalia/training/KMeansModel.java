package himalia.training;

import himalia.display.bundle.Amount;
import himalia.model.GroupPredictions;
import himalia.model.Model;
import himalia.model.Predictions;
import himalia.model.Provenance;
import himalia.model.Saved;
import himalia.model.Schema;
import himalia.model.Trainer;
import himalia.sampling.Neighbours;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import tech.tablesaw.api.Table;

/**
 * Means of groups: a row is of the group whose mean is nearest, of two as near ones of the first.
 *
 * <pre>{@code
 * KMeansModel model = new KMeans(3, 42).fit(table);
 * model.centres()      // a row for each group, in the order of the schema's columns
 * model.inertia()      // the squared distances from the means, added up
 * }</pre>
 */
public final class KMeansModel implements Model {
    private final Schema schema;
    private final Trainer trainer;
    private final double[][] centres;
    private final int[] counts;
    private final double inertia;
    private final Provenance provenance;
    private final Neighbours neighbours;

    KMeansModel(
            Schema schema,
            Trainer trainer,
            double[][] centres,
            int[] counts,
            double inertia,
            Provenance provenance) {
        this.schema = schema;
        this.trainer = trainer;
        this.centres = centres;
        this.counts = counts;
        this.inertia = inertia;
        this.provenance = provenance;
        neighbours = new Neighbours(centres);
    }

    /** Means in a file. */
    record SavedMeans(
            Schema schema,
            Trainer trainer,
            double[][] centres,
            int[] counts,
            double inertia,
            Provenance provenance)
            implements Saved<KMeansModel> {
        @Override
        public KMeansModel restore() {
            return new KMeansModel(schema, trainer, centres, counts, inertia, provenance);
        }
    }

    @Override
    public KMeansModel withoutRows() {
        return new KMeansModel(schema, trainer, centres, counts, inertia, Provenance.UNKNOWN);
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public Trainer trainer() {
        return trainer;
    }

    @Override
    public Provenance provenance() {
        return provenance;
    }

    @Override
    public Saved<KMeansModel> saved() {
        return new SavedMeans(schema, trainer, centres, counts, inertia, provenance);
    }

    /** Returns the mean of each group, in the order of the schema's columns. */
    public double[][] centres() {
        return Arrays.stream(centres).map(double[]::clone).toArray(double[][]::new);
    }

    /** Returns how many of the rows that were learnt from are of each group. */
    public int[] counts() {
        return counts.clone();
    }

    /** Returns the squared distances of the rows that were learnt from, each from the mean of its group, added up. */
    public double inertia() {
        return inertia;
    }

    @Override
    public String outcome() {
        return "groups of %s rows, inertia %s"
                .formatted(
                        Arrays.stream(counts)
                                .mapToObj(Integer::toString)
                                .collect(Collectors.joining(", ")),
                        String.format(Locale.ROOT, "%.6g", inertia));
    }

    @Override
    public Predictions predict(Table table) {
        var nearest = neighbours.to(NeighboursModel.rows(schema, table, trainer), 1);
        return GroupPredictions.of(Arrays.stream(nearest).mapToInt(each -> each[0]).toArray());
    }

    @Override
    public String toString() {
        return "Model[%s, %s]".formatted(trainer, Amount.of(centres.length, "group"));
    }
}
