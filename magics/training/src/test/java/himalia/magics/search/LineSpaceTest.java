package himalia.magics.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.magics.ModelTables;
import himalia.magics.PicocliCatalog;
import himalia.magics.RecordingNotebook;
import himalia.magics.spi.MagicCatalog.Value;
import himalia.magics.spi.MagicException;
import himalia.magics.training.Algorithm;
import himalia.search.SearchSpace;
import himalia.search.Tuning;
import himalia.training.RandomForest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class LineSpaceTest {
    @TempDir private Path folder;

    private final RecordingNotebook notebook = new RecordingNotebook(folder);

    private Object tune(String line) throws Exception {
        var words = new ArrayList<Object>(List.of(line.split(" ")));
        words.addAll(List.of("--label", "y", "--folds", "2"));
        words.add(new Value("train", ModelTables.rows(120, 1)));
        return new PicocliCatalog().line(notebook, "tune", words);
    }

    @Test
    void whatAnOptionFixesStaysInAllTrials() throws Exception {
        var tuned = (Tuning) tune("forest --trees 3 --depth 2 --trials 3");

        assertThat(tuned.study().space()).hasToString("features=uniform(0.1, 1.0)");
        assertThat(tuned.trainer())
                .isEqualTo(
                        new RandomForest(
                                3, 2, (double) tuned.study().best().setting("features"), 42));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "xgboost --rounds 100 | depth=int(2, 10), rate=log(0.01, 0.5), subsample=uniform(0.5, 1.0)",
                "xgboost --rounds 3 --workers 2 | trainer.depth=int(2, 10), trainer.rate=log(0.01, 0.5)",
                "mlp --epochs 2 --rate 0.1 | batch=choice(16, 32, 64, 128)",
                "mlp --gamma 2 --batch 16 --rate 0.1 | network.epochs=int(10, 100)",
                "embedding --epochs 1 | options.rate=log(1.0E-4, 0.1), options.batch=choice(16, 32, 64, 128)",
                "knn --by-distance | neighbours=logint(1, 50)",
                "elastic-net --l1-ratio 0.5 | alpha=log(1.0E-4, 10.0)",
                "tree --seed 7 --trials 5 | depth=int(1, 20), entropy=choice(true, false)",
                "mlp --gamma 2 --space loss.gamma=uniform(0,5) | loss.gamma=uniform(0.0, 5.0)",
                "bagging --features 0.5 --space member.features=uniform(0.1,1) | member.features=uniform(0.1, 1.0)",
                "tree --depth 3 --space features=uniform(0.1,1) | features=uniform(0.1, 1.0)",
            })
    void theJavaOfALineSearchesWhatIsLeft(String line, String space) throws Exception {
        tune(line + " --java");
        assertThat(notebook.shown().toString()).contains("SearchSpace.of(\"" + space + "\")");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "xgboost --rounds 3 --space rounds=int(5,9) | --rounds fixes 'rounds', and --space searches it; leave one of the two out",
                "xgboost --workers 2 --rate 0.1 --space trainer.rate=uniform(0.1,0.2) | --rate fixes 'trainer.rate', and --space searches it; leave one of the two out",
                "embedding --patience 3 --space options.patience=int(1,3) | --patience fixes 'options.patience', and --space searches it; leave one of the two out",
                "knn --by-distance --space byDistance=choice(true,false) | --by-distance fixes 'byDistance', and --space searches it; leave one of the two out",
                "xgboost --patience 5 --space options.patience=int(1,9) | --patience fixes 'options.patience', and --space searches it; leave one of the two out",
                "xgboost-regressor --patience 5 --validation 0.2 --space options.validation=uniform(0.1,0.3) | --validation fixes 'options.validation', and --space searches it; leave one of the two out",
                "mlp --gamma 2 --patience 3 --space network.patience=int(1,9) | --patience fixes 'network.patience', and --space searches it; leave one of the two out",
                "mlp --gamma 2 --epochs 1 --rate 0.01 --batch 32 | nothing is left to search, since the line fixes --epochs, --rate, --batch; leave out one of these options, or name another setting by --space, such as \"NAME=int(2,8)\"",
                "lasso --alpha 2 | nothing is left to search, since the line fixes --alpha; leave out that option, or name another setting by --space, such as \"NAME=int(2,8)\"",
                "forest-regressor --trees 3 --depth 2 | nothing is left to search, since the line fixes --trees, --depth; leave out one of these options, or name another setting by --space, such as \"NAME=int(2,8)\"",
            })
    void whatIsFixedIsNotSearched(String line, String message) {
        assertThatThrownBy(() -> tune(line))
                .isInstanceOf(MagicException.class)
                .hasMessage("%tune: " + message);
    }

    /** Or it would be searched whatever the line says of it. */
    @Test
    void eachSettingOfAnOwnSpaceIsFixedByTheOptionOfItsName() {
        for (var algorithm : ServiceLoader.load(Algorithm.class)) {
            var line = new CommandLine(algorithm);
            if (!algorithm.space().isEmpty()) {
                checkFixed(algorithm, line.getCommandSpec().options());
            }
        }
    }

    private static void checkFixed(Algorithm algorithm, List<OptionSpec> options) {
        var own = SearchSpace.of(algorithm.space());
        for (var option : options) {
            var left = left(algorithm, option);
            var same = own.names().stream().filter(name -> isOf(name, option)).toList();
            assertThat(left).isEqualTo(own.without(same).names());
        }
        // No option is there for these.
        assertThat(
                        own.names().stream()
                                .filter(
                                        name ->
                                                options.stream()
                                                        .noneMatch(each -> isOf(name, each))))
                .isSubsetOf("entropy", "rate");
    }

    private static List<String> left(Algorithm algorithm, OptionSpec option) {
        try {
            return LineSpace.of("", algorithm, List.of(option)).names();
        } catch (MagicException nothing) {
            return List.of();
        }
    }

    private static boolean isOf(String setting, OptionSpec option) {
        return setting.substring(setting.lastIndexOf('.') + 1)
                .equalsIgnoreCase(option.longestName().replace("-", ""));
    }
}
