package himalia.training;

import static himalia.display.bundle.Given.given;

import himalia.model.Classifier;
import himalia.model.Model;
import java.util.List;
import tech.tablesaw.api.Table;

/**
 * A network for tables with categories, by PyTorch: each level of a column of texts gets a few numbers of its own, which are learnt as weights are.
 *
 * <pre>{@code
 * var network = new EmbeddingNetwork(List.of(64, 32), new NetworkOptions(30, 42));
 * Model model = network.fit(train, "churned");           // texts need no encoder
 * Table cities = Embeddings.of(model, "city");           // level, e0, e1, …: cities that behave alike lie near each other
 * }</pre>
 *
 * <p>These are the entity embeddings of C. Guo and F. Berkhahn (2016), as in fastai's {@code TabularModel}: a column of n levels has min(600, round(1.6·n^0.56)) numbers a level, they stand
 * behind the columns that are numbers, which are brought to mean 0 and deviation 1, and dense layers with ReLU follow. A level that was in no row to learn from, and a missing
 * text, have a place of their own, which is 0 unless texts were missing there. Columns of whole numbers are numbers; who means categories turns them into texts.
 *
 * @param hidden how many units each dense layer before the last one has
 * @param options how it learns
 */
public record EmbeddingNetwork(List<Integer> hidden, NetworkOptions options) implements Classifier {
    public EmbeddingNetwork {
        hidden = List.copyOf(given(hidden, "hidden"));
        hidden.forEach(units -> Checks.atLeast("the units of a hidden layer", units, 1));
        given(options, "options");
    }

    @Override
    public Model fit(Table table, String label) {
        var trainer = new EmbeddingNetwork(hidden, options.withoutCheckpoints());
        return Embeddings.training(trainer, options).classes(table, label);
    }
}
