package himalia.training;

import static himalia.display.bundle.Given.given;

import himalia.model.Model;
import himalia.model.Regressor;
import java.util.List;
import tech.tablesaw.api.Table;

/**
 * An {@link EmbeddingNetwork} that predicts a number: it makes the squared error small.
 *
 * <pre>{@code
 * Model model = new EmbeddingRegressor(List.of(64, 32), new NetworkOptions(30, 42)).fit(homes, "price");
 * }</pre>
 *
 * @param hidden how many units each dense layer before the last one has
 * @param options how it learns
 */
public record EmbeddingRegressor(List<Integer> hidden, NetworkOptions options)
        implements Regressor {
    public EmbeddingRegressor {
        hidden = List.copyOf(given(hidden, "hidden"));
        hidden.forEach(units -> Checks.atLeast("the units of a hidden layer", units, 1));
        given(options, "options");
    }

    @Override
    public Model fit(Table table, String label) {
        var trainer = new EmbeddingRegressor(hidden, options.withoutCheckpoints());
        return Embeddings.training(trainer, options).numbers(table, label);
    }
}
