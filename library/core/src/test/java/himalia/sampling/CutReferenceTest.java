package himalia.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import himalia.reference.ModelReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Samplers that drop rows by rule, against the rows that imbalanced-learn drops. */
class CutReferenceTest {
    static Stream<JsonObject> cases() {
        return StreamSupport.stream(
                        ModelReference.json("under").getAsJsonArray("cases").spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .filter(one -> one.has("removed") && !one.get("ties").getAsBoolean());
    }

    private static Sampler sampler(JsonObject one) {
        var settings = one.getAsJsonObject("params");
        return switch (one.get("method").getAsString()) {
            case "TomekLinks" -> new TomekLinks(strategy(settings.get("sampling_strategy")));
            case "EditedNearestNeighbours" ->
                    new EditedNearestNeighbours(
                            neighbours(settings), agreement(settings), Strategy.AUTO);
            case "RepeatedEditedNearestNeighbours" ->
                    new RepeatedEditedNearestNeighbours(
                            neighbours(settings), agreement(settings), 100, Strategy.AUTO);
            case "AllKNN" ->
                    new AllKnn(neighbours(settings), agreement(settings), false, Strategy.AUTO);
            case "NeighbourhoodCleaningRule" ->
                    new NeighbourhoodCleaningRule(
                            neighbours(settings),
                            settings.get("threshold_cleaning").getAsDouble(),
                            Strategy.AUTO);
            case "NearMiss" ->
                    new NearMiss(
                            settings.get("version").getAsInt(),
                            neighbours(settings),
                            settings.get("n_neighbors_ver3").getAsInt(),
                            Strategy.AUTO);
            default -> throw new IllegalArgumentException(one.get("method").getAsString());
        };
    }

    private static int neighbours(JsonObject settings) {
        return settings.get("n_neighbors").getAsInt();
    }

    private static Agreement agreement(JsonObject settings) {
        return settings.get("kind_sel").getAsString().equals("all")
                ? Agreement.ALL
                : Agreement.MODE;
    }

    private static Strategy strategy(JsonElement strategy) {
        return new Strategy(
                strategy.isJsonArray()
                        ? strategy.getAsJsonArray().get(0).getAsString()
                        : strategy.getAsString());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theSameRowsAreDropped(JsonObject one) {
        var table = ModelReference.table(one.get("data").getAsString());

        var rows = sampler(one).trace(table, "y").rows();

        var removed =
                IntStream.range(0, rows.rowCount())
                        .filter(row -> rows.stringColumn("how").get(row).equals("removed"))
                        .toArray();
        assertThat(removed).isEqualTo(ModelReference.ints(one.getAsJsonArray("removed")));
    }
}
