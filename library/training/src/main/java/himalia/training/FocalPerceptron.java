package himalia.training;

import static himalia.display.bundle.Given.given;

import himalia.model.Classifier;
import himalia.model.Model;
import java.util.LinkedHashMap;
import java.util.Map;
import tech.tablesaw.api.Table;

/**
 * A {@link MultilayerPerceptron} that learns by focal loss: rows that are right already count for little, so that rare and
 * hard ones are heard.
 *
 * <pre>{@code
 * var network = new MultilayerPerceptron(List.of(32, 16), 30, 42);
 * Model model = network.withLoss(FocalLoss.binary(0.75, 2)).fit(train, "churned");
 * }</pre>
 *
 * <p>With patience, the rows set aside are judged by the same loss. Scores order rows; they are no honest probabilities, since
 * focal loss draws them to the middle. Choose the threshold by a {@code ThresholdTuner}.
 *
 * @param network what is trained
 * @param loss what is made small
 */
public record FocalPerceptron(MultilayerPerceptron network, FocalLoss loss) implements Classifier {
    public FocalPerceptron {
        given(network, "network");
        given(loss, "loss");
    }

    @Override
    public Model fit(Table table, String label) {
        return network.fit(table, label, this, loss);
    }

    @Override
    public Map<String, String> settings() {
        var settings = new LinkedHashMap<>(network.settings());
        settings.put("loss", loss.toString());
        return settings;
    }
}
