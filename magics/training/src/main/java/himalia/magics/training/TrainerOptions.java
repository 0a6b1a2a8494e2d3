package himalia.magics.training;

import himalia.model.Trainer;
import himalia.training.GradientBoosting;
import himalia.training.LinearSgd;
import himalia.training.LogisticRegression;
import himalia.training.MultilayerPerceptron;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The settings of all algorithms; each takes some of them and refuses the rest. */
final class TrainerOptions {
    private static final Map<String, Set<Algorithm>> TAKEN_BY =
            Map.of(
                    "--rounds", Set.of(Algorithm.XGBOOST),
                    "--depth", Set.of(Algorithm.XGBOOST),
                    "--rate", Set.of(Algorithm.XGBOOST, Algorithm.SGD, Algorithm.MLP),
                    "--balanced", Set.of(Algorithm.XGBOOST, Algorithm.LINEAR),
                    "--c", Set.of(Algorithm.LINEAR),
                    "--epochs", Set.of(Algorithm.SGD, Algorithm.MLP),
                    "--hidden", Set.of(Algorithm.MLP),
                    "--batch", Set.of(Algorithm.MLP),
                    "--patience", Set.of(Algorithm.MLP));

    @Option(names = "--rounds", description = "xgboost: trees for each class. Default: 100.")
    private @Nullable Integer rounds;

    @Option(names = "--depth", description = "xgboost: questions down each tree. Default: 6.")
    private @Nullable Integer depth;

    @Option(
            names = "--rate",
            description =
                    "How far each step goes. Default: 0.3 for xgboost, 0.1 for sgd, 0.01 for mlp.")
    private @Nullable Double rate;

    @Option(
            names = "--balanced",
            description = "xgboost, linear: every class weighs the same, however rare.")
    private boolean balanced;

    @Option(
            names = "--c",
            description = "linear: the smaller, the more weights are held back. Default: 1.")
    private @Nullable Double c;

    @Option(
            names = "--epochs",
            description = "sgd, mlp: how often every row is seen. Default: 20 for sgd, 30 for mlp.")
    private @Nullable Integer epochs;

    @Option(
            names = "--hidden",
            split = ",",
            paramLabel = "UNITS",
            description = "mlp: units of each hidden layer. Default: 32,16.")
    private @Nullable List<Integer> hidden;

    @Option(names = "--batch", description = "mlp: rows between two steps. Default: 32.")
    private @Nullable Integer batch;

    @Option(
            names = "--patience",
            description =
                    "mlp: epochs without progress before it stops; sets a tenth of the rows"
                            + " aside. Default: goes through all epochs.")
    private @Nullable Integer patience;

    @Option(
            names = "--seed",
            defaultValue = "42",
            description = "Makes two runs agree. Default: 42.")
    private long seed;

    Trainer trainer(Algorithm algorithm) {
        refuseOthers(algorithm);
        return switch (algorithm) {
            case XGBOOST ->
                    new GradientBoosting(
                            or(rounds, 100), or(depth, 6), or(rate, 0.3), 1, balanced, seed);
            case LINEAR -> new LogisticRegression(or(c, 1.0), balanced);
            case SGD -> new LinearSgd(or(epochs, 20), or(rate, 0.1), seed);
            case MLP ->
                    new MultilayerPerceptron(
                            or(hidden, List.of(32, 16)),
                            or(epochs, 30),
                            or(rate, 0.01),
                            or(batch, 32),
                            or(patience, 0),
                            seed);
        };
    }

    private void refuseOthers(Algorithm algorithm) {
        given().forEach(
                        (option, value) -> {
                            var takers = TAKEN_BY.getOrDefault(option, Set.of());
                            if (value != null && !takers.contains(algorithm)) {
                                throw new IllegalArgumentException(
                                        "%s has no %s; it takes: %s"
                                                .formatted(
                                                        algorithm.word(),
                                                        option,
                                                        String.join(", ", taken(algorithm))));
                            }
                        });
    }

    private Map<String, @Nullable Object> given() {
        var given = new LinkedHashMap<String, @Nullable Object>();
        given.put("--rounds", rounds);
        given.put("--depth", depth);
        given.put("--rate", rate);
        given.put("--balanced", balanced ? true : null);
        given.put("--c", c);
        given.put("--epochs", epochs);
        given.put("--hidden", hidden);
        given.put("--batch", batch);
        given.put("--patience", patience);
        return given;
    }

    private List<String> taken(Algorithm algorithm) {
        return given().keySet().stream()
                .filter(option -> TAKEN_BY.getOrDefault(option, Set.of()).contains(algorithm))
                .toList();
    }

    private static <V> V or(@Nullable V value, V usual) {
        return value == null ? usual : value;
    }
}
