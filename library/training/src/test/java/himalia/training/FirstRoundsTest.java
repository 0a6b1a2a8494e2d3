package himalia.training;

import static himalia.reference.ModelReference.heldOut;
import static org.assertj.core.api.Assertions.assertThat;

import himalia.model.Labels;
import himalia.model.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

class FirstRoundsTest {
    private static final int ROUNDS = 5;
    private static final int CLASSES = 3;

    @TempDir Path folder;
    private Table train;
    private Schema schema;
    private Booster booster;

    @BeforeEach
    void grow() {
        train = heldOut("iris", false);
        schema = Schema.of(train, Labels.toLearn(train, "y").target());
        booster = grown(ROUNDS);
    }

    private Booster grown(int rounds) {
        var goal = GradientBoosting.goal(Labels.toLearn(train, "y"), new float[0]);
        return new Boosting("GradientBoosting", rounds, 6, 0.3, 1, 42).grown(train, schema, goal);
    }

    private float[][] answers(Booster trees) throws XGBoostError {
        var rows = XgboostRows.matrix(schema.columns(train), train.rowCount());
        return trees.predict(rows, true);
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    @Test
    void theFirstRoundsPredictAsIfNoOthersHadGrown() throws Exception {
        var first = FirstRounds.of(booster, 2, CLASSES, folder);

        assertThat(first).isNotSameAs(booster);
        assertThat(first.getNumBoostedRound()).isEqualTo(2);
        assertThat(answers(first)).isDeepEqualTo(answers(grown(2)));
        assertThat(isEmpty(folder)).isTrue();
    }

    @Test
    void whereAllRoundsAreWantedNothingIsCopied() throws Exception {
        assertThat(FirstRounds.of(booster, ROUNDS, CLASSES, folder.resolve("none")))
                .isSameAs(booster);
        assertThat(booster.getAttr(FirstRounds.UNCUT)).isNull();
    }

    @Test
    void aFinishedTrainingIsNotLostWhereThereIsNoRoom() throws Exception {
        var before = answers(booster);

        var all = FirstRounds.of(booster, 2, CLASSES, folder.resolve("none"));

        assertThat(all).isSameAs(booster);
        assertThat(answers(all)).isDeepEqualTo(before);
        assertThat(BoostingRounds.outcome(new GradientBoosting(ROUNDS, 42), all))
                .startsWith(
                        "kept all 5 rounds, though round 2 was the best for the rows that were kept aside: the others could not be left out (");
    }
}
