package himalia.training;

import himalia.display.bundle.Amount;
import himalia.display.bundle.InterruptCheck;
import himalia.model.GroupPredictions;
import himalia.model.Model;
import himalia.model.Predictions;
import himalia.model.Provenance;
import himalia.model.Saved;
import himalia.model.Schema;
import himalia.model.Target;
import himalia.model.Trainer;
import java.util.Arrays;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * Rows in the middle of groups: another row is of the group of the nearest of them, or noise where it lies further from all of them than the rows of
 * their groups do.
 *
 * <pre>{@code
 * HdbscanModel model = new Hdbscan(5).fit(table);
 * model.groups()      // of the rows learnt from
 * }</pre>
 */
public final class HdbscanModel implements Model {
    private final Schema schema;
    private final Trainer trainer;
    private final int[] groups;
    private final double[][] exemplars;
    private final int[] groupOf;
    private final double[] reaches;
    private final Provenance provenance;

    /**
     * Makes a model.
     *
     * @param groups of the rows learnt from
     * @param exemplars rows in the middle of groups
     * @param groupOf the group of each exemplar
     * @param reaches how far the rows of its group lie from each exemplar at most
     */
    HdbscanModel(
            Schema schema,
            Trainer trainer,
            int[] groups,
            double[][] exemplars,
            int[] groupOf,
            double[] reaches,
            Provenance provenance) {
        this.schema = schema;
        this.trainer = trainer;
        this.groups = groups;
        this.exemplars = exemplars;
        this.groupOf = groupOf;
        this.reaches = reaches;
        this.provenance = provenance;
    }

    /** Exemplars in a file. */
    record SavedExemplars(
            Schema schema,
            Trainer trainer,
            int[] groups,
            double[][] exemplars,
            int[] groupOf,
            double[] reaches,
            Provenance provenance)
            implements Saved<HdbscanModel> {
        @Override
        public HdbscanModel restore() {
            return new HdbscanModel(
                    schema, trainer, groups, exemplars, groupOf, reaches, provenance);
        }
    }

    @Override
    public HdbscanModel withoutRows() {
        return new HdbscanModel(
                schema, trainer, groups, exemplars, groupOf, reaches, Provenance.UNKNOWN);
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
    public Saved<HdbscanModel> saved() {
        return new SavedExemplars(schema, trainer, groups, exemplars, groupOf, reaches, provenance);
    }

    /** Returns the group of each row that was learnt from, in their order; {@link GroupPredictions#NOISE} for none. */
    public int[] groups() {
        return groups.clone();
    }

    @Override
    public String outcome() {
        long noise = IntStream.of(groups).filter(group -> group == GroupPredictions.NOISE).count();
        return "%s in %s, %d of them noise"
                .formatted(Amount.of(groups.length, "row"), Amount.of(count(), "group"), noise);
    }

    private int count() {
        return schema.target() instanceof Target.Groups found ? found.groups().size() : 0;
    }

    @Override
    public Predictions predict(Table table) {
        var rows = schema.completeRows(table, trainer.name());
        var interrupt = new InterruptCheck();
        return GroupPredictions.of(
                Arrays.stream(rows)
                        .parallel()
                        .mapToInt(
                                row -> {
                                    interrupt.ask();
                                    return group(row);
                                })
                        .toArray());
    }

    private int group(double[] row) {
        int nearest = GroupPredictions.NOISE;
        double least = Double.POSITIVE_INFINITY;
        boolean isNoise = true;
        for (int i = 0; i < exemplars.length; i++) {
            double distance = NeighboursModel.distance(row, exemplars[i]);
            isNoise &= distance > reaches[i];
            if (distance < least) {
                least = distance;
                nearest = groupOf[i];
            }
        }
        return isNoise ? GroupPredictions.NOISE : nearest;
    }

    @Override
    public String toString() {
        return "Model[%s, %s]".formatted(trainer, Amount.of(count(), "group"));
    }
}
