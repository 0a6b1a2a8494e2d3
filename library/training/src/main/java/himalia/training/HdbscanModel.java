package himalia.training;

import himalia.display.bundle.Amount;
import himalia.model.GroupPredictions;
import himalia.model.Model;
import himalia.model.Predictions;
import himalia.model.Provenance;
import himalia.model.Saved;
import himalia.model.Schema;
import himalia.model.Trainer;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * Rows in groups, as they were found. A row that is equal to one of those is of its group; any other follows the one from which it is reached first, as in
 * the {@code approximate_predict} of hdbscan, or is noise where it is further away than its group is from others.
 *
 * <pre>{@code
 * HdbscanModel model = new Hdbscan(5).fit(table);
 * model.groups()      // of the rows learnt from
 * }</pre>
 *
 * <p>It keeps all rows that were learnt from.
 */
public final class HdbscanModel implements Model {
    private final Schema schema;
    private final Hdbscan trainer;
    private final DensityGroups groups;
    private final Provenance provenance;

    HdbscanModel(Schema schema, Hdbscan trainer, DensityGroups groups, Provenance provenance) {
        this.schema = schema;
        this.trainer = trainer;
        this.groups = groups;
        this.provenance = provenance;
    }

    /** Groups in a file. */
    record SavedGroups(
            Schema schema,
            Hdbscan trainer,
            double[][] rows,
            int[] groups,
            double[] cores,
            double[] ends,
            Provenance provenance)
            implements Saved<HdbscanModel> {
        @Override
        public HdbscanModel restore() {
            var found = new DensityGroups(rows, groups, trainer.neighbours(), cores, ends);
            return new HdbscanModel(schema, trainer, found, provenance);
        }
    }

    @Override
    public HdbscanModel withoutRows() {
        return new HdbscanModel(schema, trainer, groups, Provenance.UNKNOWN);
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
        return new SavedGroups(
                schema,
                trainer,
                groups.rows(),
                groups.groups(),
                groups.cores(),
                groups.ends(),
                provenance);
    }

    /** Returns the group of each row that was learnt from, in their order; {@link GroupPredictions#NOISE} for none. scikit-learn's {@code labels_}. */
    public int[] groups() {
        return groups.groups().clone();
    }

    @Override
    public String outcome() {
        long noise =
                IntStream.of(groups.groups())
                        .filter(group -> group == GroupPredictions.NOISE)
                        .count();
        return "%s in %s, %d of them noise"
                .formatted(
                        Amount.of(groups.groups().length, "row"),
                        Amount.of(count(), "group"),
                        noise);
    }

    private int count() {
        return groups.ends().length;
    }

    @Override
    public Predictions predict(Table table) {
        return GroupPredictions.of(groups.of(NeighboursModel.rows(schema, table, trainer)));
    }

    @Override
    public String toString() {
        return "Model[%s, %s]".formatted(trainer, Amount.of(count(), "group"));
    }
}
