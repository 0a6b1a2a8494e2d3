package himalia.training;

import static himalia.display.bundle.Given.given;

import himalia.evaluation.TrainedModel;
import himalia.model.Feature;
import himalia.model.Model;
import himalia.model.Schema;
import himalia.model.Trainer;
import java.util.ArrayList;
import java.util.List;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * What an {@link EmbeddingNetwork} has learnt of the levels of a column.
 *
 * <pre>{@code
 * Model model = new EmbeddingNetwork(List.of(32), new NetworkOptions(20, 42)).fit(train, "churned");
 * Table cities = Embeddings.of(model, "city");    // level, e0, e1, …
 * }</pre>
 */
public final class Embeddings {
    private Embeddings() {}

    /**
     * Returns the numbers that stand for each level: a row a level, in the order of the schema.
     *
     * @param model of an {@link EmbeddingNetwork} or {@link EmbeddingRegressor}
     * @param column one that holds categories
     */
    public static Table of(Model model, String column) {
        given(column, "column");
        var inner = given(model, "model") instanceof TrainedModel trained ? trained.model() : model;
        if (!(inner instanceof BlockModel block && block.inputs().codesCategories())) {
            throw new IllegalArgumentException(
                    "embeddings are of a model of an EmbeddingNetwork or EmbeddingRegressor, got one of "
                            + model.trainer().name());
        }
        var features = block.schema().features();
        var known =
                BlockInputs.categories(block.schema()).stream()
                        .map(j -> features.get(j).name())
                        .toList();
        if (!known.contains(column)) {
            throw new IllegalArgumentException(
                    "column '%s' has no embedding; there are: %s"
                            .formatted(
                                    column, known.isEmpty() ? "none" : String.join(", ", known)));
        }
        int place = block.schema().featureNames().indexOf(column);
        return table(features.get(place), EmbeddedRows.table(block.weights(), place).orElseThrow());
    }

    private static Table table(Feature feature, BlockWeights.Weight weight) {
        var columns = new ArrayList<Column<?>>();
        columns.add(StringColumn.create("level", feature.levels()));
        int width = weight.shape().get(1).intValue();
        for (int k = 0; k < width; k++) {
            var values = new double[feature.levels().size()];
            for (int i = 0; i < values.length; i++) {
                // The first row is of what was in no row to learn from.
                values[i] = weight.values()[(i + 1) * width + k];
            }
            columns.add(DoubleColumn.create("e" + k, values));
        }
        return Table.create(feature.name(), columns);
    }

    /** Returns the training of a network whose first layer these are. */
    static BlockTraining training(Trainer trainer, NetworkOptions options) {
        return new BlockTraining(trainer, options, true, Embeddings::inputs, null);
    }

    private static BlockInputs inputs(Schema schema, double[]... cells) {
        return new BlockInputs(
                List.of(schema.features().size()), BlockInputs.scale(schema, cells, true), true);
    }
}
