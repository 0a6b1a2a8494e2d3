package himalia.training;

import himalia.display.bundle.Amount;
import himalia.model.Model;
import himalia.model.Predictions;
import himalia.model.Provenance;
import himalia.model.Saved;
import himalia.model.Schema;
import himalia.model.Target;
import himalia.model.Trainer;
import himalia.sampling.Neighbours;
import java.util.Arrays;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/** Training rows, of which the nearest ones are asked. */
final class NeighboursModel implements Model {
    private final Schema schema;
    private final Trainer trainer;
    private final double[][] rows;
    private final double[] says;
    private final int count;
    private final boolean isByDistance;
    private final Provenance provenance;
    private final Neighbours neighbours;

    /**
     * Makes a model.
     *
     * @param says of each row its number, or the place of its class
     */
    NeighboursModel(
            Schema schema,
            Trainer trainer,
            double[][] rows,
            double[] says,
            int count,
            boolean isByDistance,
            Provenance provenance) {
        this.schema = schema;
        this.trainer = trainer;
        this.rows = rows;
        this.says = says;
        this.count = count;
        this.isByDistance = isByDistance;
        this.provenance = provenance;
        neighbours = new Neighbours(rows);
    }

    /** Rows in a file. */
    record SavedNeighbours(
            Schema schema,
            Trainer trainer,
            double[][] rows,
            double[] says,
            int count,
            boolean isByDistance,
            Provenance provenance)
            implements Saved<NeighboursModel> {
        @Override
        public NeighboursModel restore() {
            return new NeighboursModel(
                    schema, trainer, rows, says, count, isByDistance, provenance);
        }
    }

    /** Refuses to ask more rows than there are. */
    static void checkRows(int rows, int neighbours) {
        if (neighbours > rows) {
            throw new IllegalArgumentException(
                    "%s cannot be asked of %s; take fewer neighbours"
                            .formatted(Amount.of(neighbours, "neighbour"), Amount.of(rows, "row")));
        }
    }

    /** Returns the rows that a model is asked for which measures distances. */
    static double[][] rows(Schema schema, Table table, Trainer trainer) {
        return DistanceRange.checked(
                schema, schema.completeRows(table, trainer.name()), trainer.name());
    }

    @Override
    public NeighboursModel withoutRows() {
        return new NeighboursModel(
                schema, trainer, rows, says, count, isByDistance, Provenance.UNKNOWN);
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
    public Saved<NeighboursModel> saved() {
        return new SavedNeighbours(schema, trainer, rows, says, count, isByDistance, provenance);
    }

    @Override
    public Predictions predict(Table table) {
        var asked = rows(schema, table, trainer);
        var nearest = neighbours.to(asked, count);
        if (schema.target() instanceof Target.Classes classes) {
            var shares = new double[asked.length][classes.classes().size()];
            for (int i = 0; i < asked.length; i++) {
                var weights = weights(asked[i], nearest[i]);
                for (int each = 0; each < count; each++) {
                    shares[i][(int) says[nearest[i][each]]] += weights[each];
                }
            }
            return Predictions.of(
                    classes.classes(),
                    Arrays.stream(shares).map(TreeGains::shares).toArray(double[][]::new));
        }
        var numbers = new double[asked.length];
        Arrays.setAll(numbers, i -> mean(weights(asked[i], nearest[i]), nearest[i]));
        return Predictions.of(numbers);
    }

    /** Never beyond the numbers that it is of, as rounding would have it, nor infinite where only their sum is. */
    private double mean(double[] weights, int[] nearest) {
        var said = Arrays.stream(nearest).mapToDouble(each -> says[each]).toArray();
        double sum = sum(weights, said);
        double mean =
                Double.isFinite(sum)
                        ? sum / Arrays.stream(weights).sum()
                        : sum(TreeGains.shares(weights), said);
        double least = Arrays.stream(said).min().orElseThrow();
        return Math.max(least, Math.min(Arrays.stream(said).max().orElseThrow(), mean));
    }

    private static double sum(double[] weights, double[] numbers) {
        return IntStream.range(0, numbers.length).mapToDouble(i -> weights[i] * numbers[i]).sum();
    }

    private double[] weights(double[] row, int[] nearest) {
        var weights = new double[nearest.length];
        Arrays.fill(weights, 1);
        if (isByDistance) {
            var distances = Arrays.stream(nearest).mapToDouble(each -> distance(row, rows[each]));
            var all = distances.toArray();
            boolean isEqual = Arrays.stream(all).anyMatch(distance -> distance == 0);
            double least = Arrays.stream(all).min().orElseThrow();
            // Over the least one: 1 over a tiny distance is infinite.
            Arrays.setAll(weights, i -> isEqual ? (all[i] == 0 ? 1 : 0) : least / all[i]);
        }
        return weights;
    }

    static double distance(double[] row, double[] other) {
        double sum = 0;
        for (int j = 0; j < row.length; j++) {
            double difference = row[j] - other[j];
            sum += difference * difference;
        }
        return Math.sqrt(sum);
    }

    @Override
    public String toString() {
        return "Model[%s, label=%s]".formatted(trainer, schema.label());
    }
}
